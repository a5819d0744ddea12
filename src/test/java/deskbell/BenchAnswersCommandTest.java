package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchAnswersCommandTest {
  @TempDir Path corpus;

  private final StringWriter out = new StringWriter();

  @BeforeEach
  void a_few_questions_and_utterances() throws IOException {
    write(
        "questions/en-calibration.jsonl",
        question("How much is delivery?", "en", "delivery-cost"),
        question("Where is my parcel?", "en", "track-order-online"),
        question("How much is delivery to my door?", "en", "gift-cards"),
        question("what is the boiling point of mercury", "en", ""));
    write("questions/zh-calibration.jsonl", question("运费多少钱？", "zh", "delivery-cost"));
    write(
        "en/validation.jsonl",
        utterance("cancel my order LL20481234", "en", "cancel_order"),
        utterance("hello", "en", "greet"),
        utterance("I want to talk to a human", "en", "contact_human"),
        utterance("what is the boiling point of mercury", "en", "out_of_scope"));
    write("zh/validation.jsonl", utterance("怎么付款", "zh", "payment_methods"));
  }

  @Test
  void what_the_bot_does_is_counted_by_what_should_answer() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains(
            "questions, calibration\n",
            "  en answerable, 3: right 0.667, asked 0.000, gave up 0.000, wrong 0.333\n",
            "  en others, 1: right 1.000, asked 0.000, gave up 0.000, wrong 0.000\n",
            "  zh answerable, 1: right 1.000,",
            "utterances, validation\n",
            "  en flows, 1: right 1.000,",
            "  en out of scope, 1: right 1.000,",
            "  en talk and people, 1: right 1.000,",
            "  en articles, 1: right 1.000,",
            "  zh articles, 1: right 1.000,");
  }

  @Test
  void a_set_that_is_not_there_is_named() {
    assertThat(run("--utterances", "none")).isEqualTo(1);
    assertThat(out.toString()).contains("deskbell: " + corpus.resolve("en/none.jsonl"));
  }

  private int run(String... more) {
    var line = new String[3 + more.length];
    System.arraycopy(new String[] {"bench", "answers", "--corpus=" + corpus}, 0, line, 0, 3);
    System.arraycopy(more, 0, line, 3, more.length);
    CommandLine commands = Main.commandLine();
    return commands
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(line);
  }

  private void write(String name, String... lines) throws IOException {
    var file = corpus.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static String question(String text, String language, String article) {
    var articles = article.isEmpty() ? "" : "\"" + article + "\"";
    return "{\"text\":\"%s\",\"lang\":\"%s\",\"articles\":[%s]}"
        .formatted(text, language, articles);
  }

  private static String utterance(String text, String language, String intent) {
    return "{\"text\":\"%s\",\"lang\":\"%s\",\"intent\":\"%s\"}".formatted(text, language, intent);
  }
}
