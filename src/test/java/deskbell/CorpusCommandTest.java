package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.training.Corpus;
import deskbell.training.Example;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CorpusCommandTest {
  @TempDir Path work;

  private final StringWriter out = new StringWriter();

  @Test
  void it_counts_names_what_is_unfit_and_writes_the_rest() throws IOException {
    file(
        "chats.json",
        """
        {"language":"en","messages":[
          {"seq":1,"from":"shopper","text":"my name is Mia Hart, cancel it","intent":"cancel_order"}]}
        """);
    file("a.csv", "text,label\nwhere is my parcel,track_order\nWhere is my parcel?,track_order\n");
    file(
        "b.jsonl",
        "{\"text\":\"undo LL20481234 \\\"now\\\"\",\"intent\":\"cancel_order\","
            + "\"slots\":{\"order_number\":\"LL20481234\"}}\n");
    file("held.csv", "text,label\nwheres my parcel,track_order\n");
    assertThat(run("--examples chats.json a.csv b.jsonl --held-out held.csv --out clean.jsonl"))
        .isEqualTo(1);
    assertThat(out.toString().lines().toList())
        .startsWith("en cancel_order 2", "en track_order 2")
        .contains("en training: \"where is my parcel\" stands in 2 of 4 examples; at most 1 %")
        .endsWith(
            "written to "
                + work.resolve("clean.jsonl")
                + ": 3 examples; left out: 0 that are measured on, 1 doubled");
    assertThat(Corpus.read(List.of(work.resolve("clean.jsonl"))))
        .containsExactly(
            new Example("my name is {name}, cancel it", Language.EN, "cancel_order"),
            new Example("where is my parcel", Language.EN, "track_order"),
            new Example(
                "undo LL20481234 \"now\"",
                Language.EN,
                "cancel_order",
                Map.of("order_number", List.of("LL20481234"))));
  }

  @Test
  void a_sound_corpus_ends_well() throws IOException {
    file("a.csv", "text,label\nwhere is my parcel,track_order\nhello,greet\n");
    assertThat(run("--examples a.csv")).isZero();
    assertThat(out.toString()).isEqualTo("en greet 1\nen track_order 1\n");
  }

  private int run(String line) {
    var arguments =
        List.of(line.split(" ")).stream()
            .map(word -> word.contains(".") ? work.resolve(word).toString() : word)
            .toArray(String[]::new);
    return new CommandLine(new CorpusCommand())
        .setOut(new PrintWriter(out, true))
        .execute(arguments);
  }

  private void file(String name, String content) throws IOException {
    Files.writeString(work.resolve(name), content);
  }
}
