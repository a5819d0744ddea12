package deskbell.console;

import deskbell.answering.BoundedWorker;
import deskbell.conversation.Conflict;
import deskbell.conversation.Invalid;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleState;
import deskbell.knowledge.files.ArticleCsv;
import deskbell.knowledge.files.ArticleText;
import deskbell.web.Fields;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code /api/articles/import} and {@code export}: articles in and out as a table or as Markdown
 * files. What is brought in is told row by row, and first without changing anything.
 */
final class TransferRoutes {
  /** Bytes that may be brought in at once. */
  static final int MAX_BYTES = 6 * 1024 * 1024;

  /** Rows of one request; whoever brings in more asks again from where it ended. */
  private static final int SLICE = 100;

  private static final int MAX_NAME = 300;
  private static final int MAX_TEXT = MAX_BYTES;

  private final ArticleDesk desk;
  private final BoundedWorker worker;

  TransferRoutes(ArticleDesk desk, BoundedWorker worker) {
    this.desk = desk;
    this.worker = worker;
  }

  void mount(Routes routes) {
    routes.get("/api/articles/export", Routes.EDITORS, this::export);
    routes.post("/api/articles/import", Routes.EDITORS, this::bringIn);
  }

  private Future<Response> export(Visit visit) {
    var articles = desk.editions().current().library().all();
    return switch (visit.query("format").orElse("csv")) {
      case "csv" ->
          worker.call(
              () ->
                  Response.ok(
                      new JsonObject()
                          .put("name", "articles.csv")
                          .put("text", ArticleCsv.write(articles))));
      case "md" ->
          worker.call(
              () ->
                  Response.ok(
                      new JsonObject()
                          .put("name", "articles.zip")
                          .put("base64", Base64.getEncoder().encodeToString(zip(articles)))));
      case String other -> throw new Invalid("format", "is \"" + other + "\"; one of csv, md");
    };
  }

  private static byte[] zip(Collection<Article> articles) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var article : articles) {
        zip.putNextEntry(new ZipEntry(article.language().code() + "/" + article.id() + ".md"));
        zip.write(ArticleText.of(article).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes in memory were written", impossible);
    }
    return bytes.toByteArray();
  }

  /** What is done with articles that are brought in. */
  private enum Mode {
    CHECK,
    DRAFT,
    PUBLISH;

    static Mode parse(String name) {
      return switch (name) {
        case "check" -> CHECK;
        case "draft" -> DRAFT;
        case "publish" -> PUBLISH;
        case String other ->
            throw new Invalid("mode", "is \"" + other + "\"; one of check, draft, publish");
      };
    }
  }

  private Future<Response> bringIn(Visit visit) {
    var fields = visit.fields();
    var mode = Mode.parse(fields.text("mode", MAX_NAME));
    var from = fields.optionalNumber("from").orElse(0L);
    var editor = visit.account().name().value();
    return worker
        .call(() -> brought(fields))
        .compose(
            all -> {
              var slice = all.stream().skip(from).limit(SLICE).toList();
              return inOrder(slice, mode, editor)
                  .compose(rows -> searched(mode).map(json(rows, from, all.size())));
            })
        .map(Response::ok)
        .recover(
            failure ->
                failure instanceof Invalid invalid
                    ? Future.succeededFuture(ArticleJson.wrong(List.of(invalid)))
                    : Future.failedFuture(failure));
  }

  private static List<Brought> brought(Fields fields) {
    var table = fields.optionalText("table", MAX_TEXT);
    if (table.isPresent()) {
      return Brought.table(table.get());
    }
    var names = fields.texts("names", MAX_NAME);
    var texts = fields.texts("texts", MAX_TEXT);
    if (names.isEmpty() || names.size() != texts.size()) {
      throw new Invalid("table", "is missing; or names and texts of files");
    }
    var all = new ArrayList<Brought>();
    for (var i = 0; i < names.size(); i++) {
      all.add(Brought.file(i + 1L, Map.entry(names.get(i), texts.get(i))));
    }
    return all;
  }

  private static JsonObject json(List<JsonObject> rows, long from, int total) {
    var json = new JsonObject().put("rows", DeskJson.array(rows, row -> row)).put("total", total);
    var next = from + rows.size();
    return next < total ? json.put("next", next) : json;
  }

  private Future<Void> searched(Mode mode) {
    return mode == Mode.PUBLISH ? desk.editions().refresh() : Future.succeededFuture();
  }

  private Future<List<JsonObject>> inOrder(List<Brought> slice, Mode mode, String editor) {
    var rows = new ArrayList<JsonObject>();
    Future<?> before = Future.succeededFuture();
    for (var one : slice) {
      before = before.compose(_ -> row(one, mode, editor)).onSuccess(rows::add);
    }
    return before.map(rows);
  }

  private Future<JsonObject> row(Brought one, Mode mode, String editor) {
    var json = new JsonObject().put("row", one.row());
    if (!one.name().isEmpty()) {
      json.put("name", one.name());
    }
    one.article()
        .ifPresent(
            article ->
                json.put("id", article.id())
                    .put("language", article.language().code())
                    .put("question", article.question()));
    return one.article()
        .map(article -> outcome(article, mode, editor).map(outcome -> json.put("outcome", outcome)))
        .orElseGet(() -> Future.succeededFuture(json.put("outcome", "wrong")))
        .recover(failure -> explained(failure, json))
        .map(
            told -> {
              one.wrong().ifPresent(invalid -> put(invalid, told));
              return told;
            });
  }

  private static Future<JsonObject> explained(Throwable failure, JsonObject json) {
    return switch (failure) {
      case Invalid invalid -> Future.succeededFuture(put(invalid, json.put("outcome", "wrong")));
      case Conflict _ -> Future.succeededFuture(json.put("outcome", "conflict"));
      case Throwable other -> Future.failedFuture(other);
    };
  }

  private static JsonObject put(Invalid invalid, JsonObject json) {
    return json.mergeIn(ArticleJson.error(invalid));
  }

  private Future<String> outcome(Article article, Mode mode, String editor) {
    var unknown = article.intent().filter(name -> !desk.knownIntent().test(name));
    if (unknown.isPresent()) {
      var rule = "is \"" + unknown.get() + "\"; no such intent is known";
      return Future.failedFuture(new Invalid("intent", rule));
    }
    return desk.find(article.key())
        .compose(
            view -> {
              var published = view.inForce().filter(article::equals).isPresent();
              if (published
                  || (mode != Mode.PUBLISH && view.shown().filter(article::equals).isPresent())) {
                return Future.succeededFuture("same");
              }
              var kind = view.shown().isPresent() ? "changed" : "new";
              return change(article, view.state(), mode, editor).map(kind);
            });
  }

  private Future<ArticleState> change(Article article, ArticleState now, Mode mode, String editor) {
    var seed = desk.editions().shipped().seed(article.key());
    return switch (mode) {
      case CHECK -> Future.succeededFuture(now);
      case DRAFT -> desk.articles().saveDraft(article, now.version(), editor);
      case PUBLISH -> desk.articles().publish(article, seed, now.version(), editor);
    };
  }
}
