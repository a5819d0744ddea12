package deskbell;

import static deskbell.Editor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Trials, translations, imports and exports on the whole server, over HTTP. */
class ReviewOverHttpTest {
  private static final String TABLE =
      """
      id,lang,question,answer,intent
      gift-note,en,Can I add a handwritten note?,Yes; write it at the checkout.,
      ,en,No name?,Yes.,
      odd,en,Odd?,Yes.,no_such_intent
      """;

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static RunningServer server;
  private static Editor editor;

  @BeforeAll
  static void start() throws TimeoutException {
    server = RunningServer.on(database, data);
    editor = new Editor(server);
  }

  @BeforeEach
  void nobody_has_asked_anything() {
    database.execute("TRUNCATE message, rating, ticket, frame, article_day");
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  private static JsonNode bringIn(String mode) {
    return editor.post("/api/articles/import", json().put("mode", mode).put("table", TABLE));
  }

  private static List<String> outcomes(JsonNode report) {
    return report.get("rows").findValuesAsText("outcome");
  }

  @Test
  void an_import_tells_row_by_row_what_becomes_of_it() {
    var checked = bringIn("check");
    assertThat(outcomes(checked)).containsExactly("new", "wrong", "wrong");
    assertThat(checked.get("rows").findValuesAsText("field")).containsExactly("id", "intent");
    assertThat(editor.get("/api/articles?query=gift-note").get("total").asInt()).isZero();
    assertThat(outcomes(bringIn("publish"))).containsExactly("new", "wrong", "wrong");
    assertThat(outcomes(bringIn("check"))).containsExactly("same", "wrong", "wrong");
    var asked = editor.ask("Can I add a handwritten note?", "en");
    assertThat(asked.get("passages").get(0).get("id").asText()).isEqualTo("gift-note");
  }

  @Test
  void what_is_exported_as_files_holds_every_article() {
    var zip =
        Base64.getDecoder()
            .decode(editor.get("/api/articles/export?format=md").get("base64").asText());
    assertThat(new String(zip, StandardCharsets.ISO_8859_1))
        .startsWith("PK")
        .contains("en/delivery-cost.md", "zh/delivery-cost.md");
    assertThat(editor.get("/api/articles/export?format=csv").get("text").asText())
        .startsWith("id,lang,question")
        .contains("\ndelivery-cost,zh,");
  }

  @Test
  void a_table_parted_by_semicolons_is_read_like_any_other() {
    var table = "\uFEFFid;lang;question;answer;tags\nwrap;en;Wrapped, please?;Yes; 2 ways.;a\n";
    var broken =
        editor.post("/api/articles/import", json().put("mode", "check").put("table", table));
    assertThat(outcomes(broken)).containsExactly("wrong");
    var whole = table.replace("Yes; 2 ways.", "\"Yes; 2 ways.\"");
    var read = editor.post("/api/articles/import", json().put("mode", "check").put("table", whole));
    assertThat(outcomes(read)).containsExactly("new");
    assertThat(read.at("/rows/0/question").asText()).isEqualTo("Wrapped, please?");
  }

  @Test
  void an_article_that_is_asked_so_already_says_so_until_its_bad_answer_is_mended() {
    var conversation = database.conversation();
    database.execute(
        """
        INSERT INTO message (conversation, seq, sender, text, kind, turn)
        VALUES ('%1$s', 1, 'shopper', 'How do gift cards work', 'say', 1);
        INSERT INTO message (conversation, seq, sender, text, in_reply_to, trace, source_kind,
          source_id)
        VALUES ('%1$s', 2, 'bot', '…', 1,
          ARRAY['language: en', 'intent: gift_card 0.90', 'compared: Tell'], 'article', 'gift-cards');
        INSERT INTO rating (conversation, seq, helpful) VALUES ('%1$s', 2, false)
        """
            .formatted(conversation));
    var need = editor.get("/api/needs").get("needs").get(0);
    assertThat(need.get("unhelpful").asInt()).isEqualTo(1);
    assertThat(need.at("/articles/0/id").asText()).isEqualTo("gift-cards");
    assertThat(need.at("/articles/0/asked").asBoolean()).isTrue();
    assertThat(need.at("/articles/1/asked").asBoolean()).isFalse();
    var table = "id,lang,question,answer\ngift-cards,en,How do gift cards work?,Like money.\n";
    editor.post("/api/articles/import", json().put("mode", "publish").put("table", table));
    assertThat(editor.get("/api/needs").get("needs")).isEmpty();
  }

  @Test
  void a_change_is_tried_on_what_was_asked_and_changes_nothing() {
    var conversation = database.conversation();
    database.execute(
        """
        INSERT INTO message (conversation, seq, sender, text, kind, turn)
        VALUES ('%1$s', 1, 'shopper', 'How much is delivery?', 'say', 1);
        INSERT INTO message (conversation, seq, sender, text, in_reply_to, trace)
        VALUES ('%1$s', 2, 'bot', '…', 1,
          ARRAY['language: en', 'intent: delivery_cost 0.90', 'compared: Tell'])
        """
            .formatted(conversation));
    var removed = json().put("id", "delivery-cost").put("language", "en");
    var tried = editor.post("/api/what-if", (ObjectNode) json().set("removed", removed));
    assertThat(tried.get("total").asInt()).isEqualTo(1);
    assertThat(tried.has("next")).isFalse();
    var change = tried.get("changes").get(0);
    assertThat(change.get("question").asText()).isEqualTo("How much is delivery?");
    assertThat(change.at("/before/about/0/value").asText()).isEqualTo("article:delivery-cost");
    assertThat(editor.get("/api/articles/delivery-cost/en").get("deleted").asBoolean()).isFalse();
  }

  @Test
  void articles_that_never_answered_are_told_from_those_that_do() {
    var conversation = database.conversation();
    database.execute(
        """
        INSERT INTO message (conversation, seq, sender, text, kind, turn)
        VALUES ('%1$s', 1, 'shopper', 'Can I return it?', 'say', 1);
        INSERT INTO message (conversation, seq, sender, text, in_reply_to, source_kind, source_id)
        VALUES ('%1$s', 2, 'bot', '…', 1, 'article', 'gift-cards');
        SELECT count_use(7)
        """
            .formatted(conversation));
    var used = editor.get("/api/usage/articles?days=7");
    assertThat(used.at("/articles/0/id").asText()).isEqualTo("gift-cards");
    assertThat(used.at("/articles/0/answered").asInt()).isEqualTo(1);
    var never = editor.get("/api/usage/articles?show=never&sort=question&language=en");
    assertThat(never.get("total").asInt())
        .isEqualTo(editor.get("/api/usage/articles?language=en").get("never").asInt());
    assertThat(never.get("articles").findValuesAsText("id")).doesNotContain("gift-cards");
  }

  @Test
  void a_translation_is_behind_until_it_follows() {
    publish("gift-wrapping", "en", "Do you wrap gifts?", "Yes, for £4.");
    var behind = editor.get("/api/articles?show=behind").get("articles");
    assertThat(behind).hasSize(1);
    assertThat(behind.get(0).at("/zh/behind").asBoolean()).isTrue();
    assertThat(behind.get(0).at("/en/behind").asBoolean()).isFalse();
    publish("gift-wrapping", "zh", "可以包装礼物吗？", "可以，¥30。");
    assertThat(editor.get("/api/articles?show=behind").get("total").asInt()).isZero();
  }

  private static void publish(String id, String language, String question, String answer) {
    editor.draft(id, language, fields -> fields.put("question", question).put("answer", answer));
    editor.publish(id, language);
  }
}
