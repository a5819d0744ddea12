package deskbell.console;

import deskbell.conversation.Choice;
import deskbell.conversation.Entity;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.conversation.Reply;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Revision;
import deskbell.knowledge.Wording;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What editors read, as JSON. */
final class ArticleJson {
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private ArticleJson() {}

  /** An article as an editor goes on with it; empty where there is none. */
  static JsonObject article(ArticleView view) {
    var state = view.state();
    var json = new JsonObject();
    view.shown()
        .ifPresent(
            shown ->
                json.put("id", shown.id())
                    .put("language", shown.language().code())
                    .mergeIn(fields(shown))
                    .put("draft", state.draft().isPresent()));
    json.mergeIn(standing(view));
    view.inForce().ifPresent(article -> json.put("published", fields(article)));
    state.merge().ifPresent(article -> json.put("merge", fields(article)));
    state.editor().ifPresent(editor -> json.put("editor", editor));
    state.changed().ifPresent(at -> json.put("changedAt", at.toString()));
    state.publishedAt().ifPresent(at -> json.put("publishedAt", at.toString()));
    state.ledAt().ifPresent(at -> json.put("ledAt", at.toString()));
    return json;
  }

  /**
   * What is known of an article although there may be none: its version, and what may be undone.
   */
  static JsonObject standing(ArticleView view) {
    return new JsonObject()
        .put("version", view.state().version())
        .put("deleted", view.deleted())
        .put("shipped", view.shipped())
        .put("edited", view.edited());
  }

  private static JsonObject fields(Article article) {
    var json =
        new JsonObject()
            .put("question", article.question())
            .put("also", new JsonArray(article.also()))
            .put("tags", new JsonArray(article.tags()))
            .put("answer", article.answer());
    article.intent().ifPresent(intent -> json.put("intent", intent));
    article.review().ifPresent(day -> json.put("review", day.toString()));
    return json;
  }

  /** What happened to an article, and the text that came with the files, where there is one. */
  static JsonObject history(List<Revision> revisions, Optional<Article> shipped) {
    var json = new JsonObject().put("history", DeskJson.array(revisions, ArticleJson::revision));
    shipped.ifPresent(article -> json.put("shipped", fields(article)));
    return json;
  }

  private static JsonObject revision(Revision revision) {
    var json =
        new JsonObject()
            .put("version", revision.version())
            .put("kind", revision.kind().wire())
            .put("editor", revision.editor())
            .put("at", revision.at().toString());
    revision.content().ifPresent(article -> json.put("content", fields(article)));
    return json;
  }

  static JsonObject wording(Wording wording) {
    return new JsonObject().put("text", wording.text()).put("version", wording.version());
  }

  static JsonObject asked(Asked asked) {
    var understood =
        new JsonObject()
            .put("language", asked.understood().language().code())
            .put("intents", DeskJson.array(asked.understood().intents(), ArticleJson::intent))
            .put("entities", DeskJson.array(asked.understood().entities(), ArticleJson::entity));
    var replies = DeskJson.array(asked.answer().replies(), ArticleJson::reply);
    return new JsonObject()
        .put("understood", understood)
        .put("passages", DeskJson.array(asked.passages(), ArticleJson::passage))
        .put("answer", new JsonObject().put("replies", replies))
        .put("trace", new JsonArray(asked.answer().trace()));
  }

  private static JsonObject intent(IntentScore score) {
    return new JsonObject().put("intent", score.intent()).put("confidence", score.confidence());
  }

  private static JsonObject entity(Entity entity) {
    return new JsonObject()
        .put("type", entity.type().wire())
        .put("value", entity.value())
        .put("start", entity.start())
        .put("end", entity.end());
  }

  private static JsonObject passage(Passage passage) {
    return new JsonObject()
        .put("id", passage.id())
        .put("question", passage.question())
        .put("confidence", passage.confidence())
        .put("reasons", new JsonArray(passage.reasons()));
  }

  private static JsonObject reply(Reply reply) {
    return new JsonObject()
        .put("text", reply.text())
        .put("choices", DeskJson.array(reply.choices(), ArticleJson::choice));
  }

  private static JsonObject choice(Choice choice) {
    return new JsonObject().put("label", choice.label()).put("value", choice.value());
  }

  /** There is no such article: 404, with what is known of one that was deleted. */
  static Response missing(ArticleView view) {
    var why = unknown(view.key());
    var response = Response.error(NOT_FOUND, "not_found", why.getMessage());
    return view.deleted() ? response.current(standing(view)) : response;
  }

  static NotFound unknown(ArticleKey key) {
    return new NotFound("article " + key + " does not exist");
  }

  /** Everything that is wrong with what was sent, by field: 422. */
  static Response wrong(List<Invalid> errors) {
    var response = Response.error(UNPROCESSABLE, "invalid", errors.getFirst().getMessage());
    response
        .body()
        .orElseThrow()
        .getJsonObject("error")
        .put("errors", DeskJson.array(errors, ArticleJson::error));
    return response;
  }

  static JsonObject error(Invalid invalid) {
    var rule = invalid.getMessage().substring(invalid.field().length()).strip();
    return new JsonObject().put("field", invalid.field()).put("rule", rule);
  }
}
