package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.DeskbellException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SearchCommandTest {
  @TempDir Path empty;

  @Test
  void each_line_is_answered_by_a_line_of_json() throws IOException {
    var lines = search("how much is delivery\n怎么退货\n\n", "--top", "2");
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).get("query").asText()).isEqualTo("how much is delivery");
    assertThat(lines.get(0).at("/results/0/id").asText()).isEqualTo("delivery-cost");
    assertThat(lines.get(0).at("/results")).hasSize(2);
    assertThat(lines.get(0).at("/results/0/confidence").asDouble()).isBetween(0.5, 1.0);
    assertThat(lines.get(0).at("/results/0/score").asDouble()).isPositive();
    assertThat(lines.get(1).at("/results/0/id").asText()).isEqualTo("start-a-return");
    assertThat(lines.get(2).get("results")).isEmpty();
  }

  @Test
  void a_language_can_be_asked_for() throws IOException {
    assertThat(search("LL-C101\n", "--lang", "zh")).hasSize(1);
  }

  @Test
  void bad_flags_and_folders_are_refused_by_name() {
    assertThat(failure("--lang", "fr")).isEqualTo("lang is fr; known: en, zh");
    assertThat(failure("--top", "0")).isEqualTo("--top is 0; at least 1");
    assertThat(failure("--articles", empty.toString()))
        .isEqualTo("articles: " + empty + " holds no article");
  }

  private static List<JsonNode> search(String questions, String... flags) throws IOException {
    var in = new ByteArrayInputStream(questions.getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    assertThat(new CommandLine(new SearchCommand(in, out)).execute(flags)).isZero();
    var json = new ObjectMapper();
    var lines = new ArrayList<JsonNode>();
    for (var line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static String failure(String... flags) {
    var message = new StringBuilder();
    var command = new SearchCommand(InputStream.nullInputStream(), new ByteArrayOutputStream());
    new CommandLine(command)
        .setExecutionExceptionHandler(
            (failure, _, _) -> {
              assertThat(failure).isInstanceOf(DeskbellException.class);
              message.append(failure.getMessage());
              return 1;
            })
        .execute(flags);
    return message.toString();
  }
}
