package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path folder;

  @Test
  void json_lines_and_csv_are_read() throws IOException {
    var json = file("a.jsonl", "{\"text\":\"我的快递呢\",\"lang\":\"zh\",\"intent\":\"track_order\"}\n");
    var csv = file("b.csv", "text,label\n\"hi, there\",greet\n");
    assertThat(Corpus.read(List.of(json, csv)))
        .containsExactly(
            new Example("我的快递呢", Language.ZH, "track_order"),
            new Example("hi, there", Language.EN, "greet"));
  }

  @Test
  void values_are_read_by_slot() throws IOException {
    var line =
        "{\"text\":\"LL1 or LL2 in M\",\"intent\":\"a\","
            + "\"slots\":{\"size\":\"M\",\"order_number\":[\"LL1\",\"LL2\"]}}\n";
    assertThat(Corpus.read(List.of(file("s.jsonl", line))).getFirst().slots())
        .containsOnly(
            Map.entry("size", List.of("M")), Map.entry("order_number", List.of("LL1", "LL2")));
    assertMistake(
        "{\"text\":\"a\",\"intent\":\"b\",\"slots\":{\"size\":\"XL\"}}\n",
        "slots size is XL, which the text does not hold");
    assertMistake(
        "{\"text\":\"a\",\"intent\":\"b\",\"slots\":{\"size\":4}}\n",
        "slots size is 4; must be a string or strings");
  }

  @Test
  void a_mistake_names_file_line_and_rule() throws IOException {
    var good = "{\"text\":\"a\",\"intent\":\"b\"}\n";
    assertMistake(good + "{\"text\":\"a\"}\n", "bad.jsonl:2: intent is missing");
    assertMistake(good + "nonsense\n", "bad.jsonl:2: line is not JSON");
    assertMistake("{\"text\":\" \",\"intent\":\"b\"}\n", "bad.jsonl:1: text is blank");
    assertMistake("{\"text\":\"a\",\"intent\":7}\n", "intent is 7; must be a string");
    assertMistake("{\"text\":\"a\",\"intent\":\"b\",\"tag\":1}\n", "key tag is unknown; known: ");
    assertMistake(
        "{\"text\":\"a\",\"intent\":\"b\",\"lang\":\"fr\"}\n", "lang is fr; known: en, zh");
  }

  @Test
  void a_missing_file_and_missing_columns_are_named() throws IOException {
    assertThatThrownBy(() -> Corpus.read(List.of(folder.resolve("none.jsonl"))))
        .isInstanceOf(Invalid.class)
        .hasMessageEndingWith("none.jsonl does not exist");
    var csv = file("b.csv", "question,answer\na,b\n");
    assertThatThrownBy(() -> Corpus.read(List.of(csv)))
        .hasMessageContaining("b.csv:1 needs one of the columns");
  }

  @Test
  void doubles_and_leaks_are_left_out_of_training() {
    var split =
        CorpusSplit.of(
            List.of(example("Hi!"), example("hi"), example("Where is it?"), example("bye")),
            List.of(example("where is it")),
            List.of(example("BYE")));
    assertThat(split.training()).containsExactly(example("Hi!"));
    assertThat(split.doubled()).isEqualTo(1);
    assertThat(split.leaked()).isEqualTo(2);
  }

  @Test
  void a_cut_takes_from_every_intent_and_is_the_same_each_time() {
    var examples =
        java.util.stream.IntStream.range(0, 40)
            .mapToObj(i -> new Example("text " + i, Language.EN, i % 2 == 0 ? "even" : "odd"))
            .toList();
    var split = CorpusSplit.cut(examples, List.of());
    assertThat(split.validation()).hasSize(4).extracting(Example::intent).contains("even", "odd");
    assertThat(split.training()).hasSize(36).doesNotContainAnyElementsOf(split.validation());
    assertThat(CorpusSplit.cut(examples, List.of())).isEqualTo(split);
  }

  private void assertMistake(String content, String message) throws IOException {
    var file = file("bad.jsonl", content);
    assertThatThrownBy(() -> Corpus.read(List.of(file)))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(message);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Example example(String text) {
    return new Example(text, Language.EN, "talk");
  }
}
