package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Library;
import deskbell.knowledge.review.Miss;
import deskbell.knowledge.review.Need;
import deskbell.knowledge.review.Needs;
import deskbell.knowledge.review.QuestionId;
import deskbell.knowledge.text.Plain;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * {@code /api/needs}: what shoppers asked and were not told, one row a need, and what was put away.
 */
final class NeedRoutes {
  private static final int DAYS = 30;
  private static final int MAX_ID = 60;

  private final ReviewDesk desk;

  NeedRoutes(ReviewDesk desk) {
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.get("/api/needs", Routes.EDITORS, this::list);
    routes.post(
        "/api/needs/dismiss", Routes.EDITORS, visit -> done(desk.log().dismiss(questions(visit))));
    routes.post(
        "/api/needs/restore", Routes.EDITORS, visit -> done(desk.log().restore(questions(visit))));
  }

  private static Future<Response> done(Future<Void> change) {
    return change.map(_ -> Response.done());
  }

  private List<QuestionId> questions(Visit visit) {
    var questions = visit.fields().texts("questions", MAX_ID);
    if (questions.isEmpty() || questions.size() > desk.settings().misses()) {
      throw new Invalid(
          "questions", "are " + questions.size() + "; from 1 to " + desk.settings().misses());
    }
    return questions.stream().map(QuestionId::parse).toList();
  }

  private Future<Response> list(Visit visit) {
    var days = visit.number("days", DAYS);
    if (days < 1 || days > desk.settings().days()) {
      throw new Invalid("days", "is " + days + "; from 1 to " + desk.settings().days());
    }
    var since = desk.clock().instant().minus(Duration.ofDays(days));
    return desk.log()
        .missed(since, desk.settings().misses())
        .compose(missed -> desk.worker().call(() -> needs(missed)).map(it -> body(missed, it)))
        .map(Response::ok);
  }

  private List<Need> needs(List<Miss> missed) {
    return Needs.of(
        missed.stream()
            .map(miss -> new Needs.Read(miss, desk.reader().read(miss.text(), miss.language())))
            .toList());
  }

  private JsonObject body(List<Miss> missed, List<Need> needs) {
    return new JsonObject()
        .put("questions", missed.size())
        .put("all", missed.size() < desk.settings().misses())
        .put("needs", DeskJson.array(needs, this::need));
  }

  private JsonObject need(Need need) {
    var json =
        new JsonObject()
            .put("people", need.people())
            .put("handedOver", need.handedOver())
            .put("unhelpful", need.unhelpful())
            .put("newest", need.newest().toString())
            .put("answered", need.answered())
            .put("dismissed", need.dismissed())
            .put("questions", need.questions().stream().map(QuestionId::toString).toList())
            .put("articles", DeskJson.array(need.articles(), id -> article(id, need)))
            .put("phrasings", DeskJson.array(need.phrasings(), NeedRoutes::phrasing));
    need.intent().ifPresent(intent -> json.put("intent", intent));
    return json;
  }

  private JsonObject article(String id, Need need) {
    var library = desk.editions().current().library();
    var json = new JsonObject().put("id", id).put("asked", asked(library, id, need));
    for (var language : Language.values()) {
      library
          .find(new ArticleKey(id, language))
          .ifPresent(article -> json.put(language.code(), article.question()));
    }
    return json;
  }

  /** True where all of these questions are the article's own already. */
  private static boolean asked(Library library, String id, Need need) {
    return need.phrasings().stream()
        .allMatch(
            phrasing ->
                library
                    .find(new ArticleKey(id, phrasing.language()))
                    .filter(article -> asks(article, Plain.of(phrasing.text())))
                    .isPresent());
  }

  private static boolean asks(Article article, String plain) {
    return article.phrasings().stream().anyMatch(way -> Plain.of(way).equals(plain));
  }

  private static JsonObject phrasing(Need.Phrasing phrasing) {
    return new JsonObject()
        .put("text", phrasing.text())
        .put("language", phrasing.language().code())
        .put("times", phrasing.times());
  }
}
