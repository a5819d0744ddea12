package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.DeskServer.Answered;
import deskbell.console.account.Role;
import deskbell.conversation.Language;
import deskbell.knowledge.ArticleKey;
import deskbell.store.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What editors do with articles over HTTP. Long because each step needs those before it. */
class ArticleRoutesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String ONE = "/api/articles/delivery-cost/en";
  private static ArticleServer server;
  private static DeskPerson eve;
  private static DeskPerson ben;
  private static Map<Role, DeskPerson> people;

  @BeforeAll
  static void start() {
    server = new ArticleServer(DATABASE);
    eve = server.signedIn("Eve", Role.EDITOR);
    ben = server.signedIn("Ben", Role.EDITOR);
    people =
        Map.of(
            Role.AGENT, server.signedIn("Mia", Role.AGENT),
            Role.EDITOR, eve,
            Role.ADMIN, server.signedIn("Anna", Role.ADMIN));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void nothing_edited() {
    DATABASE.execute(
        "TRUNCATE article_edit, article_revision, synonym_text;"
            + " UPDATE publication SET number = number + 1");
    server.follow();
  }

  @Test
  void every_route_lets_in_whom_it_should_and_nobody_else() {
    assertThat(server.edge.guarded()).hasSize(13);
    for (var route : server.edge.guarded()) {
      var what = route.method() + " " + route.path();
      var path = route.path().replace(":id", "x").replace(":lang", "en");
      assertThat(send(server.nobody(), route.method(), path).status()).as(what).isEqualTo(401);
      for (var role : Role.values()) {
        var status = send(people.get(role), route.method(), path).status();
        if (role == Role.AGENT && !path.equals("/api/ask")) {
          assertThat(status).as(what + " as " + role).isEqualTo(403);
        } else {
          assertThat(status).as(what + " as " + role).isNotIn(401, 403, 500);
        }
        if (!route.method().equals(HttpMethod.GET)) {
          var forged = send(people.get(role).withoutCsrf(), route.method(), path);
          assertThat(forged.status()).as(what + " without CSRF").isEqualTo(403);
        }
      }
    }
  }

  @Test
  void the_list_shows_both_languages_drafts_and_what_is_stale() {
    eve.post("/api/articles", article("gift-wrap", "Do you wrap gifts?", "Yes."));
    var list = eve.get("/api/articles?page=1").body();
    assertThat(list.getInteger("total")).isEqualTo(2);
    assertThat(list.getInteger("pageSize")).isEqualTo(ArticleRoutes.PAGE);
    var rows = list.getJsonArray("articles");
    var file = rows.getJsonObject(0);
    assertThat(file.getString("id")).isEqualTo("delivery-cost");
    assertThat(file.getJsonObject("en").getString("question"))
        .isEqualTo("What does delivery cost?");
    assertThat(file.getJsonObject("en").getBoolean("stale")).isTrue();
    assertThat(file.getJsonObject("zh").getBoolean("stale")).isFalse();
    var draft = rows.getJsonObject(1);
    assertThat(draft.getJsonObject("en").getBoolean("draft")).isTrue();
    assertThat(draft.containsKey("zh")).isFalse();
  }

  @Test
  void the_list_is_searched_in_either_language_and_paged() {
    assertThat(total("query=DELIVERY+price")).isEqualTo(1);
    assertThat(total("query=%E8%BF%90%E8%B4%B9")).isEqualTo(1);
    assertThat(total("query=%E8%BF%90%E8%B4%B9&language=en")).isZero();
    assertThat(total("query=wholesale")).isZero();
    assertThat(total("show=stale")).isEqualTo(1);
    assertThat(total("show=draft")).isZero();
    assertThat(eve.get("/api/articles?show=hidden").message())
        .isEqualTo("show is \"hidden\"; one of all, draft, merge, stale, missing, behind, deleted");
    assertThat(eve.get("/api/articles?page=2").body().getJsonArray("articles")).isEmpty();
    var wrong = eve.get("/api/articles?page=two");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.message()).isEqualTo("page is \"two\"; must be a whole number from 0");
  }

  @Test
  void a_file_s_article_is_edited_published_and_handed_to_the_search() {
    var before = eve.get(ONE).body();
    assertThat(before.getInteger("version")).isZero();
    assertThat(before.getBoolean("draft")).isFalse();

    var saved = put(eve, ONE, article("", "What is delivery?", "£4.").put("version", 0));
    assertThat(saved.body().getInteger("version")).isEqualTo(1);
    var draft = eve.get(ONE).body();
    assertThat(draft.getString("answer")).isEqualTo("£4.");
    assertThat(draft.getBoolean("draft")).isTrue();
    assertThat(draft.getJsonObject("published").getString("answer")).isEqualTo("£3.50.");

    server.handedOver.clear();
    var published = eve.post(ONE + "/publish", version(1));
    assertThat(published.body().getInteger("version")).isEqualTo(2);
    var edition = server.handedOver.remove();
    assertThat(edition.library().find(new ArticleKey("delivery-cost", Language.EN)))
        .hasValueSatisfying(article -> assertThat(article.answer()).isEqualTo("£4."));
    assertThat(eve.post(ONE + "/publish", version(2)).body().getInteger("version")).isEqualTo(2);
    assertThat(server.handedOver).isEmpty();
  }

  @Test
  void a_new_article_is_a_draft_and_takes_its_name_once() {
    var created = eve.post("/api/articles", article("gift-wrap", "Do you wrap gifts?", "Yes."));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().getInteger("version")).isEqualTo(1);
    assertThat(created.body().containsKey("published")).isFalse();
    var again = ben.post("/api/articles", article("Gift-Wrap", "Wrapping?", "No."));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.message()).isEqualTo("article en/gift-wrap exists");
    assertThat(again.body().getJsonObject("current").getString("answer")).isEqualTo("Yes.");
  }

  @Test
  void of_two_editors_the_second_is_shown_what_the_first_saved() {
    put(eve, ONE, article("", "Eve's?", "Eve's.").put("version", 0));
    var late = put(ben, ONE, article("", "Ben's?", "Ben's.").put("version", 0));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.message()).contains("is at version 1 by now, changed by Eve");
    assertThat(late.body().getJsonObject("current").getString("answer")).isEqualTo("Eve's.");
    assertThat(ben.post(ONE + "/publish", version(0)).status()).isEqualTo(409);
  }

  @Test
  void a_draft_is_discarded_and_the_history_remembers() {
    put(eve, ONE, article("", "Draft?", "Draft.").put("version", 0));
    var gone = eve.send(HttpMethod.DELETE, ONE + "/draft", version(1).toBuffer());
    assertThat(gone.body().getInteger("version")).isEqualTo(2);
    assertThat(eve.get(ONE).body().getString("answer")).isEqualTo("£3.50.");
    var told = eve.get(ONE + "/history").body();
    assertThat(told.getJsonObject("shipped").getString("answer")).isEqualTo("£3.50.");
    var history = told.getJsonArray("history");
    assertThat(history.getJsonObject(0).getString("kind")).isEqualTo("dropped");
    assertThat(history.getJsonObject(1).getString("editor")).isEqualTo("Eve");
    assertThat(history.getJsonObject(1).getJsonObject("content").getString("answer"))
        .isEqualTo("Draft.");
  }

  @Test
  void an_article_is_taken_out_and_put_back() {
    eve.send(HttpMethod.DELETE, ONE, version(0).toBuffer());
    var missing = eve.get(ONE);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.message()).isEqualTo("article en/delivery-cost does not exist");
    assertThat(missing.body().getJsonObject("current"))
        .isEqualTo(JsonObject.of("version", 1, "deleted", true, "shipped", true, "edited", true));
    assertThat(total("show=deleted")).isEqualTo(1);
    assertThat(total("")).isEqualTo(1); // the Chinese side is still there
    assertThat(eve.post(ONE + "/revert", version(1)).status()).isEqualTo(200);
    var untouched = eve.post("/api/articles/delivery-cost/zh/revert", version(0));
    assertThat(untouched.message()).isEqualTo("article zh/delivery-cost was never edited");
    assertThat(eve.get(ONE).status()).isEqualTo(200);
  }

  @Test
  void an_edit_whose_file_has_changed_is_kept_or_gives_way() {
    put(eve, ONE, article("", "What is delivery?", "£4.").put("version", 0));
    eve.post(ONE + "/publish", version(1));
    assertThat(eve.post(ONE + "/keep", version(2)).message())
        .isEqualTo("the file of article en/delivery-cost waits for no merge");
    server.otherFile("From £3.");
    var waiting = eve.get(ONE).body();
    assertThat(waiting.getJsonObject("merge").getString("answer")).isEqualTo("From £3.");
    assertThat(waiting.getString("answer")).isEqualTo("£4.");
    assertThat(total("show=merge")).isEqualTo(1);
    assertThat(ben.post(ONE + "/keep", version(2)).status()).isEqualTo(409);

    assertThat(eve.post(ONE + "/keep", version(3)).body().getInteger("version")).isEqualTo(4);
    var kept = eve.get(ONE).body();
    assertThat(kept.containsKey("merge")).isFalse();
    assertThat(kept.getString("answer")).isEqualTo("£4.");
    assertThat(kept.getBoolean("edited")).isTrue();
    eve.post(ONE + "/revert", version(4));
    var shipped = eve.get(ONE).body();
    assertThat(shipped.getString("answer")).isEqualTo("From £3.");
    assertThat(shipped.getBoolean("edited")).isFalse();
    server.otherFile("£3.50.");
  }

  @Test
  void everything_that_is_wrong_with_an_article_is_told_by_field() {
    var wrong =
        new JsonObject()
            .put("id", "x")
            .put("language", "en")
            .put("answer", " ")
            .put("also", new JsonArray().add("x".repeat(301)))
            .put("intent", "fly_to_moon")
            .put("review", "soon");
    var answer = eve.post("/api/articles", wrong);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().getJsonObject("error").getJsonArray("errors"))
        .containsExactly(
            error("question", "is missing"),
            error("also.0", "has 301 characters; at most 300"),
            error("intent", "is \"fly_to_moon\"; no such intent is known"),
            error("review", "is \"soon\"; a day such as 2027-01-31"),
            error("answer", "is blank"));
    assertThat(eve.get("/api/articles/x/en").status()).isEqualTo(404);
  }

  @Test
  void a_name_that_cannot_be_one_is_refused() {
    var answer = eve.post("/api/articles", article("../etc", "Question?", "Answer."));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).startsWith("id is \"../etc\"; 1 to 100 letters");
    assertThat(eve.get("/api/articles/x/fr").message()).isEqualTo("lang is fr; known: en, zh");
  }

  @Test
  void five_megabytes_are_too_much() {
    var paste = article("paste", "Question?", "x".repeat(5 * 1024 * 1024));
    var answer = eve.post("/api/articles", paste);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.message()).isEqualTo("the body has more than 1048576 bytes");
  }

  @Test
  void synonyms_begin_with_the_file_s_and_are_saved_by_version() {
    assertThat(eve.get("/api/synonyms/en").body())
        .isEqualTo(new JsonObject().put("text", "parcel, package").put("version", 0));
    var words = version(0).put("text", "parcel, packet");
    assertThat(put(eve, "/api/synonyms/en", words).body().getInteger("version")).isEqualTo(1);
    var late = put(ben, "/api/synonyms/en", words);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().getJsonObject("current"))
        .isEqualTo(new JsonObject().put("text", "parcel, packet").put("version", 1));
    var broken = put(eve, "/api/synonyms/en", version(1).put("text", "alone"));
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.body().getJsonObject("error").getJsonArray("errors"))
        .containsExactly(error("synonyms:1", "has only one entry"));
  }

  @Test
  void asking_as_a_shopper_tells_the_answer_and_why() {
    server.asked.clear();
    var draft = article("gift-wrap", "Do you wrap?", "Yes.");
    var question =
        new JsonObject()
            .put("text", "XL delivery?")
            .put("language", "en")
            .put(
                "draft",
                new JsonObject().put("id", "gift-wrap").put("language", "en").put("fields", draft));
    var answer = people.get(Role.AGENT).post("/api/ask", question).body();
    assertThat(answer.getJsonObject("understood").getJsonArray("intents").getJsonObject(0))
        .isEqualTo(new JsonObject().put("intent", "delivery_cost").put("confidence", 0.9));
    assertThat(answer.getJsonArray("passages").getJsonObject(0).getString("id"))
        .isEqualTo("delivery-cost");
    var reply = answer.getJsonObject("answer").getJsonArray("replies").getJsonObject(0);
    assertThat(reply.getString("text")).isEqualTo("It costs **£3.50**.");
    assertThat(reply.getJsonArray("choices").getJsonObject(0).getString("label")).isEqualTo("More");
    assertThat(answer.getJsonArray("trace")).containsExactly("article");
    assertThat(server.asked.remove())
        .hasValueSatisfying(article -> assertThat(article.answer()).isEqualTo("Yes."));
  }

  @Test
  void a_blank_question_and_a_broken_draft_are_refused() {
    var blank = new JsonObject().put("text", " ").put("language", "en");
    assertThat(eve.post("/api/ask", blank).message()).isEqualTo("text is blank");
    var broken = new JsonObject().put("id", "x").put("language", "en").put("fields", version(1));
    var answer = eve.post("/api/ask", blank.put("text", "hello").put("draft", broken));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.message()).isEqualTo("draft.fields.question is missing");
  }

  private static int total(String query) {
    return eve.get("/api/articles?" + query).body().getInteger("total");
  }

  private static JsonObject article(String id, String question, String answer) {
    return new JsonObject()
        .put("id", id)
        .put("language", "en")
        .put("question", question)
        .put("answer", answer);
  }

  private static JsonObject version(long version) {
    return new JsonObject().put("version", version);
  }

  private static JsonObject error(String field, String rule) {
    return new JsonObject().put("field", field).put("rule", rule);
  }

  private static Answered put(DeskPerson person, String path, JsonObject body) {
    return person.send(HttpMethod.PUT, path, body.toBuffer());
  }

  private static Answered send(DeskPerson person, HttpMethod method, String path) {
    return person.send(
        method, path, method.equals(HttpMethod.GET) ? Buffer.buffer() : version(0).toBuffer());
  }
}
