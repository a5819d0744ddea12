package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An editor's work on the whole server: what is asked, published and answered. */
class KnowledgeOverHttpTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final int TIMES = 3;

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static RunningServer server;
  private static Editor editor;

  @BeforeAll
  static void start() throws TimeoutException {
    server = RunningServer.on(database, data);
    editor = new Editor(server);
    editor.ask("warming up", "en");
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  @Test
  void an_unsaved_draft_is_what_the_shopper_would_be_told() {
    var question = Editor.json().put("text", "Do you engrave watches?").put("language", "en");
    question
        .putObject("draft")
        .put("id", "engraving")
        .put("language", "en")
        .set("fields", engraving(Editor.json()));

    var asked = editor.post("/api/ask", question);

    assertThat(asked.at("/passages/0/id").asText()).isEqualTo("engraving");
    assertThat(told(asked)).isEqualTo("We engrave any watch for £9.");
    assertThat(told(editor.ask("Do you engrave watches?", "en")))
        .doesNotContain("We engrave any watch");
  }

  @Test
  void an_unsaved_draft_stands_in_for_the_article_that_is_published() {
    var question = Editor.json().put("text", "运费多少钱？").put("language", "zh");
    question
        .putObject("draft")
        .put("id", "delivery-cost")
        .put("language", "zh")
        .putObject("fields")
        .put("question", "运费多少钱？")
        .put("answer", "一律 ¥ 1。");

    assertThat(told(editor.post("/api/ask", question))).isEqualTo("一律 ¥ 1。");
    assertThat(told(editor.ask("运费多少钱？", "zh"))).doesNotContain("一律 ¥ 1。");
  }

  @ParameterizedTest
  @CsvSource({"en, Yes", "en, No", "zh, 是的", "zh, 不是"})
  void a_bare_yes_or_no_is_no_question_that_an_agent_could_answer(String language, String text) {
    assertThat(suggested(text, language)).isEmpty();
  }

  @Test
  void what_a_shopper_asks_is_suggested_to_an_agent() {
    assertThat(suggested("How much is delivery?", "en")).isNotEmpty();
  }

  private static JsonNode suggested(String text, String language) {
    var asked = Editor.json().put("text", text).put("language", language);
    return editor.post("/api/suggestions", asked).get("articles");
  }

  /** The quickest of several counts: a machine may be busy with something else. */
  @Test
  void what_is_published_is_searched_within_a_second_without_a_restart() {
    var times = new ArrayList<Duration>();
    for (var price = 1; price <= TIMES; price++) {
      var answer = "We stitch up to three letters for £" + price + ".";
      editor.draft("monograms", "en", fields -> monograms(fields, answer));
      var start = Instant.now();
      editor.publish("monograms", "en");
      assertThat(told(editor.ask("can you stitch a monogram on a shirt", "en"))).isEqualTo(answer);
      times.add(Duration.between(start, Instant.now()));
    }
    assertThat(Collections.min(times)).isLessThan(AT_ONCE);
  }

  private static ObjectNode engraving(ObjectNode fields) {
    return fields
        .put("question", "Do you engrave watches?")
        .put("answer", "We engrave any watch for £9.");
  }

  private static ObjectNode monograms(ObjectNode fields, String answer) {
    fields.put("question", "Can you stitch a monogram on a shirt?").put("answer", answer);
    fields.putArray("also").add("monogram on my shirt").add("stitching initials");
    return fields;
  }

  private static String told(JsonNode asked) {
    return asked.at("/answer/replies/0/text").asText();
  }
}
