package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import deskbell.conversation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialTest {
  @TempDir Path folder;

  @Test
  void every_question_is_paired_with_every_reply() throws IOException {
    var line =
        "{\"article\":\"cost\",\"questions\":[\"cost?\",\"free?\"],"
            + "\"replies\":[\"It is £3.95.\",\"Free from £50.\"]}\n";
    assertThat(replies().read(file(line)))
        .hasSize(4)
        .contains(
            new GroundedReply(
                Language.EN, "free?", "Free from £50. Else £3.95.", List.of(1), "It is £3.95."));
  }

  @Test
  void another_shops_article_comes_with_its_sides() throws IOException {
    var file =
        file(
            """
            {"text":"It is open.\\n1. Come at 9.\\n2. Ring.","sides":[{"questions":["when?"],\
            "replies":["Come at 9."]},{"questions":["open?"],"replies":["It is open."]}]}
            """);
    assertThat(replies().read(file))
        .extracting(GroundedReply::question, GroundedReply::grounds)
        .containsExactly(
            tuple("when?", List.of("Come at 9.", "Ring.")), tuple("open?", List.of("It is open.")));
  }

  @Test
  void a_reply_that_makes_a_value_up_is_refused() throws IOException {
    var file =
        file("{\"article\":\"cost\",\"questions\":[\"cost?\"],\"replies\":[\"It is £4.\"]}\n");
    assertThatThrownBy(() -> replies().read(file))
        .hasMessageContaining("material.jsonl:1:")
        .hasMessageContaining("holds a value that the article doesn't: It is £4.");
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
