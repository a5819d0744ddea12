package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialTest {
  private static final String PATTERN =
      """
      {"first":"Delivery to {place}?","answer":"£9.","follow":["and to {place2}?","{place2}?"],\
      "rewrite":"Delivery to {place2}?","fill":{"place":["France"],"place2":["Ireland","Spain"]}}
      """;

  @TempDir Path folder;

  @Test
  void a_pattern_becomes_every_pair_it_stands_for() throws IOException {
    var pairs = Rewritings.read(file(PATTERN), Language.EN);
    assertThat(pairs).hasSize(4).doesNotHaveDuplicates();
    assertThat(pairs)
        .contains(
            new Rewriting(
                Language.EN,
                List.of("Delivery to France?", "£9."),
                "and to Ireland?",
                "Delivery to Ireland?"));
    assertThat(Rewritings.read(file(PATTERN), Language.EN)).isEqualTo(pairs);
  }

  @Test
  void what_stands_alone_stays() throws IOException {
    var line = "{\"first\":\"a\",\"answer\":\"b\",\"follow\":[\"thanks\"],\"rewrite\":\"=\"}\n";
    assertThat(Rewritings.read(file(line), Language.EN))
        .containsExactly(new Rewriting(Language.EN, List.of("a", "b"), "thanks", "thanks"));
  }

  @Test
  void a_slot_that_nothing_fills_is_named_with_its_line() throws IOException {
    var file = file(PATTERN + PATTERN.replace("\"place\":", "\"town\":"));
    assertThatThrownBy(() -> Rewritings.read(file, Language.EN))
        .hasMessageContaining("material.jsonl:2:")
        .hasMessageContaining("history has the slot {place} that nothing fills");
  }

  @Test
  void every_question_is_paired_with_every_reply() throws IOException {
    var line =
        "{\"article\":\"cost\",\"questions\":[\"cost?\",\"free?\"],"
            + "\"replies\":[\"It is £3.95.\",\"Free from £50.\"]}\n";
    assertThat(replies().read(file(line)))
        .hasSize(4)
        .contains(
            new GroundedReply(
                Language.EN,
                "cost",
                "free?",
                List.of("Free from {1}.", "Else {2}."),
                "It is {2}."));
  }

  @Test
  void a_reply_that_makes_a_value_up_is_refused() throws IOException {
    var file =
        file("{\"article\":\"cost\",\"questions\":[\"cost?\"],\"replies\":[\"It is £4.\"]}\n");
    assertThatThrownBy(() -> replies().read(file))
        .hasMessageContaining("material.jsonl:1:")
        .hasMessageContaining("holds a value that the article cost doesn't: It is £4.");
  }

  @Test
  void an_unknown_article_and_a_missing_file_are_named() throws IOException {
    var file = file("{\"article\":\"none\",\"questions\":[\"a\"],\"replies\":[\"b\"]}\n");
    assertThatThrownBy(() -> replies().read(file)).hasMessageContaining("none is unknown in en");
    assertThatThrownBy(() -> replies().read(folder.resolve("missing.jsonl")))
        .hasMessageContaining("missing.jsonl does not exist");
  }

  private static GroundedReplies replies() {
    return new GroundedReplies(
        Language.EN,
        id -> id.equals("cost") ? Optional.of("Free from £50. Else £3.95.") : Optional.empty());
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("material.jsonl"), content);
  }
}
