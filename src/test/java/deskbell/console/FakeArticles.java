package deskbell.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Articles, synonyms and "ask as a shopper" as the console meets them, in memory. Long because
 * every edit shows in the list, the search and the history. Under the lock of its {@link FakeDesk}.
 */
final class FakeArticles {
  private static final String ALL = "/api/articles";
  private static final String ONE = ALL + "/:id/:language";
  private static final List<String> FIELDS =
      List.of("question", "also", "intent", "tags", "review", "answer");

  private final Map<String, Article> articles = new TreeMap<>();
  private final Map<String, JsonObject> synonyms = new HashMap<>();

  /** An article in one language: its file, the edit over it, and what is not published. */
  private static final class Article {
    private final String id;
    private final String language;
    private final JsonArray history = new JsonArray();
    private JsonObject file;
    private JsonObject edit;
    private JsonObject draft;
    private JsonObject merge;
    private boolean removed;
    private int version;

    private Article(String id, String language) {
      this.id = id;
      this.language = language;
    }

    private JsonObject inForce() {
      var text = edit == null ? file : edit;
      return removed ? null : text;
    }

    private JsonObject shown() {
      return draft == null ? inForce() : draft;
    }

    private JsonObject standing() {
      return new JsonObject()
          .put("version", version)
          .put("deleted", removed && draft == null)
          .put("shipped", file != null)
          .put("edited", file != null && (removed || edit != null));
    }

    private JsonObject json() {
      if (shown() == null) {
        return new JsonObject()
            .put("status", 404)
            .put("error", new JsonObject().put("code", "not_found").put("message", "gone"))
            .put("current", standing());
      }
      var json = new JsonObject().put("id", id).put("language", language).mergeIn(shown());
      json.mergeIn(standing()).put("draft", draft != null);
      if (inForce() != null) {
        json.put("published", inForce());
      }
      return merge == null ? json : json.put("merge", merge);
    }

    private JsonObject side() {
      var json = standing().put("draft", draft != null).put("merge", merge != null);
      var shown = shown();
      if (shown != null) {
        json.put("question", shown.getString("question"));
      }
      var due = shown != null && shown.getString("review", "9").compareTo("2026") < 0;
      return json.put("stale", due);
    }

    private JsonObject changed(String kind, JsonObject content) {
      version++;
      history.add(
          0,
          new JsonObject()
              .put("version", version)
              .put("kind", kind)
              .put("editor", kind.equals("file_changed") ? "file" : "editor")
              .put("at", Instant.now().toString())
              .put("content", content));
      return new JsonObject().put("version", version);
    }
  }

  void mount(FakeDesk.Mount mount) {
    mount.add(HttpMethod.GET, ALL, (context, body) -> list(context));
    mount.add(HttpMethod.POST, ALL, (context, body) -> create(body));
    mount.add(HttpMethod.GET, ONE, (context, body) -> read(context));
    mount.add(HttpMethod.GET, ONE + "/history", (context, body) -> history(context));
    change(mount, HttpMethod.PUT, ONE, FakeArticles::save);
    change(mount, HttpMethod.POST, ONE + "/publish", FakeArticles::publish);
    change(mount, HttpMethod.DELETE, ONE + "/draft", FakeArticles::discard);
    change(mount, HttpMethod.DELETE, ONE, FakeArticles::remove);
    change(mount, HttpMethod.POST, ONE + "/revert", FakeArticles::revert);
    change(mount, HttpMethod.POST, ONE + "/keep", FakeArticles::keep);
    mount.add(HttpMethod.POST, "/api/ask", (context, body) -> ask(body));
    mount.add(HttpMethod.GET, "/api/synonyms/:language", (context, body) -> synonyms(context));
    mount.add(HttpMethod.PUT, "/api/synonyms/:language", this::putSynonyms);
  }

  // --- what tests set up and see ---------------------------------------------------------------

  void file(String id, String language, String question, String answer) {
    at(id, language).file =
        new JsonObject()
            .put("question", question)
            .put("also", new JsonArray().add(question + " 2"))
            .put("intent", "delivery_cost")
            .put("tags", new JsonArray().add("delivery"))
            .put("review", "2027-06-01")
            .put("answer", answer);
  }

  void fileChanged(String id, String language, String answer) {
    var article = at(id, language);
    article.file = article.file.copy().put("answer", answer);
    article.merge = article.file;
    article.changed("file_changed", article.file);
  }

  void savedElsewhere(String id, String language, String answer) {
    var article = at(id, language);
    save(article, article.shown().copy().put("answer", answer));
  }

  void removedElsewhere(String id, String language) {
    remove(at(id, language), new JsonObject());
  }

  JsonObject stored(String id, String language) {
    return at(id, language).json().copy();
  }

  private Article at(String id, String language) {
    return articles.computeIfAbsent(id + "/" + language, key -> new Article(id, language));
  }

  // --- articles --------------------------------------------------------------------------------

  /** What becomes of an article. */
  private interface Change {
    JsonObject of(Article article, JsonObject body);
  }

  private void change(FakeDesk.Mount mount, HttpMethod method, String path, Change change) {
    mount.add(
        method,
        path,
        (context, body) -> {
          var article = articles.get(key(context));
          if (article.shown() == null && !path.endsWith("/revert")) {
            return article.json();
          }
          return article.version == body.getInteger("version")
              ? change.of(article, body)
              : FakeDesk.conflict(article.json());
        });
  }

  private static String key(RoutingContext context) {
    return context.pathParam("id") + "/" + context.pathParam("language");
  }

  private static JsonObject fields(JsonObject body) {
    var fields = new JsonObject();
    FIELDS.stream()
        .filter(body::containsKey)
        .forEach(name -> fields.put(name, body.getValue(name)));
    return fields;
  }

  private JsonObject create(JsonObject body) {
    var article = at(body.getString("id"), body.getString("language"));
    return article.shown() == null ? save(article, body) : FakeDesk.conflict(article.json());
  }

  private static JsonObject save(Article article, JsonObject body) {
    article.draft = fields(body);
    return article.changed("drafted", article.draft);
  }

  private static JsonObject publish(Article article, JsonObject body) {
    if (article.draft != null) {
      article.edit = article.draft;
    }
    article.draft = null;
    article.merge = null;
    article.removed = false;
    return article.changed("published", article.edit);
  }

  private static JsonObject discard(Article article, JsonObject body) {
    article.draft = null;
    return article.changed("dropped", null);
  }

  private static JsonObject remove(Article article, JsonObject body) {
    article.draft = null;
    article.edit = null;
    article.removed = true;
    return article.changed("removed", null);
  }

  private static JsonObject revert(Article article, JsonObject body) {
    article.draft = null;
    article.edit = null;
    article.merge = null;
    article.removed = false;
    return article.changed("reverted", null);
  }

  private static JsonObject keep(Article article, JsonObject body) {
    article.merge = null;
    return article.changed("kept", null);
  }

  private JsonObject read(RoutingContext context) {
    if (context.pathParam("id").contains(" ")) {
      return new JsonObject()
          .put("status", 400)
          .put("error", new JsonObject().put("code", "invalid").put("message", "id is wrong"));
    }
    var article = articles.get(key(context));
    return article == null ? null : article.json();
  }

  private JsonObject history(RoutingContext context) {
    var article = articles.get(key(context));
    var json = new JsonObject().put("history", article.history);
    return article.file == null ? json : json.put("shipped", article.file);
  }

  private JsonObject list(RoutingContext context) {
    var query = context.request().getParam("query", "");
    var show = context.request().getParam("show", "all");
    var rows = new LinkedHashMap<String, JsonObject>();
    for (var article : articles.values()) {
      rows.computeIfAbsent(article.id, id -> new JsonObject().put("id", id))
          .put(article.language, article.side());
    }
    var found =
        rows.values().stream()
            .filter(row -> row.encode().contains(query))
            .filter(row -> shows(show, row, "en") || shows(show, row, "zh"))
            .toList();
    return new JsonObject()
        .put("articles", new JsonArray(found))
        .put("total", found.size())
        .put("page", 1)
        .put("pageSize", 50);
  }

  private static boolean shows(String show, JsonObject row, String language) {
    var side = row.getJsonObject(language, new JsonObject());
    return show.equals("all") ? side.containsKey("question") : side.getBoolean(show, false);
  }

  // --- ask and synonyms ------------------------------------------------------------------------

  private JsonObject ask(JsonObject body) {
    var draft = body.getJsonObject("draft");
    var chinese = body.getString("language").equals("zh");
    var delivery =
        chinese ? "标准配送 **¥10**，满 ¥199 包邮。" : "Standard delivery is **£3.95**, and free from £50.";
    var answer = draft == null ? delivery : draft.getJsonObject("fields").getString("answer");
    var reply = new JsonObject().put("text", answer).put("choices", new JsonArray());
    return new JsonObject()
        .put("understood", understood(body.getString("language")))
        .put("passages", passages(body.getString("language")))
        .put("answer", new JsonObject().put("replies", new JsonArray().add(reply)))
        .put(
            "trace",
            new JsonArray()
                .add("language: " + body.getString("language"))
                .add("intent: delivery_cost 0.91")
                .add("article: delivery-cost 0.93")
                .add("compared: Tell"));
  }

  private static JsonObject understood(String language) {
    var intents =
        new JsonArray()
            .add(new JsonObject().put("intent", "delivery_cost").put("confidence", 0.91))
            .add(new JsonObject().put("intent", "delivery_time").put("confidence", 0.05));
    var money = new JsonObject().put("type", "money").put("value", "GBP 50");
    return new JsonObject()
        .put("language", language)
        .put("intents", intents)
        .put("entities", new JsonArray().add(money));
  }

  private JsonArray passages(String language) {
    var passages = new JsonArray();
    articles.values().stream()
        .filter(article -> article.language.equals(language) && article.inForce() != null)
        .limit(3)
        .forEach(
            article ->
                passages.add(
                    new JsonObject()
                        .put("id", article.id)
                        .put("question", article.inForce().getString("question"))
                        .put("confidence", 0.93 / (1 + passages.size()))
                        .put(
                            "reasons",
                            new JsonArray()
                                .add(
                                    language.equals("zh")
                                        ? "question: 运费"
                                        : "question: delivery, price = cost")
                                .add("tags: delivery"))));
    return passages;
  }

  private JsonObject synonyms(RoutingContext context) {
    var language = context.pathParam("language");
    return synonyms.getOrDefault(
        language,
        new JsonObject()
            .put("text", language.equals("zh") ? "运费，邮费，快递费" : "delivery, shipping, postage")
            .put("version", 1));
  }

  private JsonObject putSynonyms(RoutingContext context, JsonObject body) {
    var version = synonyms(context).getInteger("version");
    if (!version.equals(body.getInteger("version"))) {
      return FakeDesk.conflict(synonyms(context));
    }
    synonyms.put(context.pathParam("language"), body.copy().put("version", version + 1));
    return new JsonObject().put("version", version + 1);
  }
}
