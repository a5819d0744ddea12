package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.DeskbellException;
import deskbell.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

class AskCommandTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void a_question_is_answered_from_the_articles_of_its_language() {
    assertThat(answer("How much is delivery?"))
        .startsWith("Standard delivery is £3.95, and free from £50.")
        .doesNotContain("·");
    assertThat(answer("运费多少钱？", "--lang", "zh")).contains("¥");
  }

  @Test
  void a_flow_asks_its_first_question() {
    assertThat(answer("where is my order LL20481234")).contains("e-mail");
  }

  @Test
  void the_offered_choices_are_shown() {
    assertThat(answer("qwertyuiop zxcvbnm")).contains("\n  [");
  }

  @Test
  void the_trace_says_why_a_line_a_decision() {
    var lines = answer("How much is delivery?", "--trace").lines().toList();
    assertThat(lines.subList(lines.indexOf(""), lines.size()))
        .contains("· language: en")
        .anyMatch(line -> line.matches("· intent: delivery_cost [01]\\.\\d\\d"))
        .anyMatch(line -> line.matches("· article: delivery-cost [01]\\.\\d\\d"))
        .anyMatch(line -> line.startsWith("· compared: "));
  }

  @Test
  void nothing_of_it_is_stored() {
    answer("How much is delivery?");
    assertThat(database.text("SELECT count(*) FROM conversation")).isEqualTo("0");
  }

  @Test
  void a_shop_of_ones_own_is_asked_and_the_demo_stays_away() {
    database.execute("TRUNCATE demo_order, demo_product, demo_order_item, demo_ledger");
    assertThat(
            answer(
                "How much is delivery?", "--shop", "http://127.0.0.1:1/shop", "--shop-token", "t"))
        .startsWith("Standard delivery is £3.95");
    assertThat(database.text("SELECT count(*) FROM demo_product")).isEqualTo("0");
  }

  @Test
  void mistakes_are_refused_by_name() {
    assertThat(refusal(database(), "hello", "--lang", "fr")).isEqualTo("lang is fr; known: en, zh");
    assertThat(refusal(database(), " ")).isEqualTo("text is blank");
    assertThat(refusal(List.of("--database", "mysql://x"), "hello"))
        .isEqualTo("--database (DESKBELL_DATABASE) must be embedded or begin with postgresql://");
    assertThat(refusal(database(), "hello", "--knowledge-base", "nowhere"))
        .isEqualTo("articles: nowhere is not a folder");
    assertThat(refusal(database(), "hello", "--model", "nowhere"))
        .isEqualTo("model is nowhere; that is no folder");
  }

  private record Asked(int status, String out, String failure) {}

  private static String answer(String text, String... flags) {
    var asked = ask(database(), text, flags);
    assertThat(asked.failure()).isEmpty();
    assertThat(asked.status()).isZero();
    return asked.out();
  }

  private static String refusal(List<String> place, String text, String... flags) {
    var asked = ask(place, text, flags);
    assertThat(asked.status()).isEqualTo(1);
    assertThat(asked.out()).isEmpty();
    return asked.failure();
  }

  private static List<String> database() {
    var at = database.endpoint();
    return List.of(
        "--database",
        "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
            .formatted(at.user(), at.password(), at.host(), at.port(), at.database()));
  }

  private static Asked ask(List<String> place, String text, String... flags) {
    var out = new ByteArrayOutputStream();
    var failure = new StringBuilder();
    var line = new ArrayList<>(List.of(text));
    line.addAll(List.of(flags));
    line.addAll(place);
    var status =
        new CommandLine(new AskCommand(out))
            .setExecutionExceptionHandler(
                (failed, _, _) -> {
                  assertThat(failed).isInstanceOf(DeskbellException.class);
                  failure.append(failed.getMessage());
                  return 1;
                })
            .execute(line.toArray(String[]::new));
    return new Asked(status, out.toString(StandardCharsets.UTF_8), failure.toString());
  }
}
