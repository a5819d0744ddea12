package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.neural.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsTest {
  @TempDir private Path folder;

  private List<Pair> read(String... lines) throws IOException {
    var file = folder.resolve("pairs.jsonl");
    Files.write(file, List.of(lines));
    return Pairs.read(List.of(file));
  }

  @Test
  void follow_ups_are_read_in_their_plain_form() throws IOException {
    var pair =
        read("{\"history\":[\"How much is delivery?\"],\"text\":\"And to Ireland?\","
                + "\"rewrite\":\"How much is delivery to Ireland?\"}")
            .getFirst();

    assertThat(pair.task()).isEqualTo(Task.REWRITE);
    assertThat(pair.prompt().text()).isEqualTo("and to ireland?");
    assertThat(pair.prompt().history()).containsExactly("how much is delivery?");
    assertThat(pair.answer()).isEqualTo("how much is delivery to ireland?");
  }

  @Test
  void replies_keep_their_case_and_placeholders() throws IOException {
    var pair =
        read("{\"text\":\"hi\",\"facts\":[\"It is {money}.\"],\"reply\":\"That is {money}.\"}")
            .getFirst();

    assertThat(pair.task()).isEqualTo(Task.REPLY);
    assertThat(pair.prompt().facts()).containsExactly("It is {money}.");
    assertThat(pair.answer()).isEqualTo("That is {money}.");
  }

  @Test
  void mistakes_name_file_line_and_rule() {
    assertThatThrownBy(() -> read("{\"text\":\"hi\",\"reply\":\"yes\"}", "{\"text\":\"hi\"}"))
        .hasMessage(folder.resolve("pairs.jsonl") + ":2: line needs either rewrite or reply");
    assertThatThrownBy(() -> read("{\"text\":7,\"reply\":\"yes\"}"))
        .hasMessage(folder.resolve("pairs.jsonl") + ":1: text is 7");
    assertThatThrownBy(() -> read("nonsense")).hasMessageContaining(":1: is not JSON");
  }
}
