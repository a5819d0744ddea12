package deskbell.console;

import deskbell.conversation.Conflict;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.NotFound;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.ArticleState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /api/articles}: reading, writing, publishing. */
final class ArticleRoutes {
  /** Articles on a page of the list. */
  static final int PAGE = 50;

  /** Changes of an article that are shown. */
  static final int HISTORY = 200;

  private static final long MAX_PAGE = 1_000_000;
  private static final int MAX_ID = 100;
  private static final int MAX_LANGUAGE = 20;
  private static final String ALL = "/api/articles";
  private static final String ONE = ALL + "/:id/:lang";

  private final ArticleDesk desk;

  /**
   * What an editor does to an article.
   *
   * @param version that the editor has seen
   */
  private record Edit(ArticleView view, long version, String editor) {
    ArticleKey key() {
      return view.key();
    }
  }

  ArticleRoutes(ArticleDesk desk) {
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.get(ALL, Routes.EDITORS, this::list);
    routes.post(ALL, Routes.EDITORS, this::create);
    routes.get(ONE, Routes.EDITORS, this::read);
    routes.put(ONE, Routes.EDITORS, this::save);
    routes.delete(ONE, Routes.EDITORS, this::remove);
    routes.post(ONE + "/publish", Routes.EDITORS, this::publish);
    routes.post(ONE + "/revert", Routes.EDITORS, this::revert);
    routes.post(ONE + "/keep", Routes.EDITORS, this::keep);
    routes.delete(ONE + "/draft", Routes.EDITORS, this::discard);
    routes.get(ONE + "/history", Routes.EDITORS, this::history);
  }

  private Future<Response> list(Visit visit) {
    var language = visit.query("language").map(Language::parse);
    var show = visit.query("show").map(ArticleList.Show::parse).orElse(ArticleList.Show.ALL);
    var page = Math.clamp(visit.number("page", 1), 1, MAX_PAGE);
    var today = LocalDate.now(desk.clock());
    return desk.articles()
        .list()
        .map(
            edits ->
                Response.ok(
                    ArticleList.of(desk.editions().shipped(), edits)
                        .showing(show, today)
                        .matching(visit.query("query").orElse(""), language)
                        .page(page, PAGE, today)));
  }

  private Future<Response> read(Visit visit) {
    return desk.find(key(visit))
        .map(
            view ->
                view.shown().isPresent()
                    ? Response.ok(ArticleJson.article(view))
                    : ArticleJson.missing(view));
  }

  private Future<Response> create(Visit visit) {
    var fields = visit.fields();
    var key =
        new ArticleKey(
            fields.text("id", MAX_ID), Language.parse(fields.text("language", MAX_LANGUAGE)));
    return checked(
        visit,
        key,
        article ->
            desk.find(key)
                .compose(
                    view ->
                        view.shown().isPresent()
                            ? Future.succeededFuture(taken(view))
                            : desk.articles()
                                .saveDraft(article, view.state().version(), editor(visit))
                                .map(this::created)));
  }

  private Future<Response> save(Visit visit) {
    var key = key(visit);
    var version = version(visit);
    return checked(
        visit,
        key,
        article ->
            existing(key)
                .compose(view -> desk.articles().saveDraft(article, version, editor(visit)))
                .map(ArticleRoutes::saved));
  }

  private Future<Response> publish(Visit visit) {
    return changed(visit, this::existing, this::published);
  }

  /** What is in force already needs no publication. */
  private Future<ArticleState> published(Edit edit) {
    var view = edit.view();
    var state = view.state();
    return state.draft().isEmpty()
            && view.inForce().isPresent()
            && state.version() == edit.version()
        ? Future.succeededFuture(state)
        : desk.publishing().publish(edit.key(), edit.version(), edit.editor());
  }

  private Future<Response> remove(Visit visit) {
    return changed(
        visit,
        this::existing,
        edit -> desk.publishing().remove(edit.key(), edit.version(), edit.editor()));
  }

  private Future<Response> revert(Visit visit) {
    return changed(
        visit,
        this::edited,
        edit -> desk.publishing().revert(edit.key(), edit.version(), edit.editor()));
  }

  private Future<Response> discard(Visit visit) {
    return changed(
        visit,
        this::existing,
        edit -> desk.articles().dropDraft(edit.key(), edit.version(), edit.editor()));
  }

  /** An edit under which the file has changed stays as it is. */
  private Future<Response> keep(Visit visit) {
    return changed(
        visit,
        this::merging,
        edit -> desk.articles().keepOverFile(edit.key(), edit.version(), edit.editor()));
  }

  private Future<Response> history(Visit visit) {
    var key = key(visit);
    return desk.articles()
        .history(key, HISTORY)
        .map(
            history ->
                Response.ok(ArticleJson.history(history, desk.editions().shipped().article(key))));
  }

  /** Goes on with the article that was sent, or answers what is wrong with it. */
  private Future<Response> checked(
      Visit visit, ArticleKey key, Function<Article, Future<Response>> next) {
    var form = ArticleForm.read(key, visit.fields(), desk.knownIntent());
    return form.article()
        .map(article -> orCurrent(key, next.apply(article)))
        .orElseGet(() -> Future.succeededFuture(ArticleJson.wrong(form.errors())));
  }

  /** Changes an article that is found so, or answers with what somebody else made of it. */
  private Future<Response> changed(
      Visit visit,
      Function<ArticleKey, Future<ArticleView>> found,
      Function<Edit, Future<ArticleState>> change) {
    var key = key(visit);
    return orCurrent(
        key,
        found
            .apply(key)
            .compose(view -> change.apply(new Edit(view, version(visit), editor(visit))))
            .map(ArticleRoutes::saved));
  }

  private Future<Response> orCurrent(ArticleKey key, Future<Response> change) {
    return Clash.told(change, () -> desk.find(key).map(ArticleJson::article));
  }

  private Future<ArticleView> existing(ArticleKey key) {
    return desk.find(key)
        .map(view -> that(view, view.shown().isPresent(), () -> ArticleJson.unknown(key)));
  }

  private Future<ArticleView> edited(ArticleKey key) {
    return desk.find(key)
        .map(
            view ->
                that(
                    view,
                    view.state().version() > 0,
                    () -> new NotFound("article " + key + " was never edited")));
  }

  private Future<ArticleView> merging(ArticleKey key) {
    return desk.find(key)
        .map(
            view ->
                that(
                    view,
                    view.state().merge().isPresent(),
                    () -> new Conflict("the file of article " + key + " waits for no merge")));
  }

  private static ArticleView that(
      ArticleView view, boolean fits, Supplier<RuntimeException> otherwise) {
    if (!fits) {
      throw otherwise.get();
    }
    return view;
  }

  private static Response taken(ArticleView view) {
    return Clash.answer("article " + view.key() + " exists", ArticleJson.article(view));
  }

  private Response created(ArticleState state) {
    return Response.created(ArticleJson.article(ArticleView.of(state, desk.editions().shipped())));
  }

  private static Response saved(ArticleState state) {
    return Response.ok(new JsonObject().put("version", state.version()));
  }

  private static ArticleKey key(Visit visit) {
    var id = visit.path("id");
    if (id.length() > MAX_ID) {
      throw new Invalid("id", "has " + id.length() + " characters; at most " + MAX_ID);
    }
    return new ArticleKey(id, Language.parse(visit.path("lang")));
  }

  private static long version(Visit visit) {
    return visit.fields().number("version");
  }

  private static String editor(Visit visit) {
    return visit.account().name().value();
  }
}
