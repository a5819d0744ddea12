package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.dialog.RuleInterpreter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FlowsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void check_counts_what_it_has_read() {
    assertThat(run("check")).isZero();
    assertThat(out.toString()).matches("(?s)\\d+ flows, \\d+ conversations: no mistakes\\s+");
  }

  @Test
  void check_prints_every_mistake_with_its_place(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), "title: {en: A, zh: 甲}\ntriggers: [a]\nsteps:\n  - end: X\n");
    Files.writeString(
        folder.resolve("b.yaml"), "title: {en: B}\ntriggers: [b]\nsteps:\n  - end: done\n");

    assertThat(run("check", "--flows", folder.toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains("a.yaml:4:10: end X must begin with a small letter")
        .contains("b.yaml:1:8: title lacks zh: a language is missing")
        .contains("    title: {en: B}\n           ^");
  }

  @Test
  void test_runs_the_written_conversations(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), flow("Hello"));

    assertThat(run("test", "--flows", folder.toString())).isZero();

    assertThat(out.toString()).contains("1 of 1 conversations go as written");
  }

  @Test
  void test_fails_where_a_conversation_goes_another_way(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), flow("Goodbye"));

    assertThat(run("test", "--flows", folder.toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains("a.yaml:11:14: a (en) short: the bot doesn't say \"Goodbye\"")
        .contains("< Hello");
    assertThat(out.toString()).contains("0 of 1 conversations go as written");
  }

  @Test
  void draw_prints_a_flowchart() {
    assertThat(run("draw", "cancel-order", "--lang", "zh")).isZero();
    assertThat(out.toString())
        .startsWith("flowchart TD\n  start((\"cancel-order\"))\n")
        .contains("{{\"要取消订单 {order}")
        .contains("[[\"cancel_order\"]]")
        .contains("-->|too_late|")
        .doesNotContain("null");
  }

  @Test
  void schema_prints_one_and_writes_both(@TempDir Path folder) throws IOException {
    assertThat(run("schema", "shared")).isZero();
    assertThat(out.toString()).contains("flow.schema.json#/definitions/slots");
    assertThat(run("schema", "--to", folder.toString())).isZero();
    assertThat(folder.resolve("flow.schema.json")).content().contains("\"expects\"");
    assertThat(folder.resolve("shared.schema.json")).exists();
    assertThat(run("schema", "flows")).isNotZero();
  }

  private static String flow(String said) {
    return """
    title: {en: A, zh: 甲}
    triggers: [invoice]
    steps:
      - say: {en: Hello, zh: 您好}
      - end: done
    conversations:
      - name: short
        language: en
        talk:
          - shopper: my invoice
          - bot: %s
    """
        .formatted(said);
  }

  private int run(String... arguments) {
    return new CommandLine(new FlowsCommand(_ -> new RuleInterpreter()::understand))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
