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

class CorpusFormatsTest {
  private static final String CLINC =
      """
      {"oos_val": [["set a warning", "oos"]],
       "val": [["say it in italian", "translate"]],
       "train": [["say hi in french", "translate"], ["move money", "transfer"]],
       "oos_train": [], "test": [["", "x"]]}
      """;

  private static final String RASA =
      """
      version: "3.1"
      nlu:
      - intent: cancel_order
        examples: |
          - cancel my order
          - cancel [LL20481234](order_number) please

          - 取消[两件](quantity:2)
      - synonym: UK
        examples: |
          - Britain
      - intent: stock
        examples:
        - text: |
            - is [the red one]{"entity": "product", "value": "r"} in stock
          metadata: {sentiment: neutral}
        - any left?
      """;

  private static final String TRANSCRIPT =
      """
      {"conversation":"c","language":"en","messages":[
        {"seq":1,"from":"shopper","text":"where is LL20481234?"},
        {"seq":2,"from":"bot","text":"Here.","inReplyTo":1,
         "trace":["language: en","intent: track_order 0.97","intent: stock 0.02"]},
        {"seq":3,"from":"shopper","text":"mine, I mean"},
        {"seq":4,"from":"bot","text":"?","inReplyTo":3,"trace":["intent: complaint 0.41"]},
        {"seq":5,"from":"shopper","text":"我叫张伟，要退货","intent":"return_item"},
        {"seq":6,"from":"shopper","text":"","erased":true,"intent":"stock"},
        {"seq":7,"from":"agent","text":"Hello, Mia here."}]}
      """;

  @TempDir Path folder;

  @Test
  void a_part_of_clinc150_is_read_with_what_is_out_of_scope_there() throws IOException {
    file("data.json", CLINC);
    assertThat(Corpus.read(List.of(folder.resolve("data.json#train"))))
        .containsExactly(
            new Example("say hi in french", Language.EN, "translate"),
            new Example("move money", Language.EN, "transfer"));
    assertThat(Corpus.read(List.of(folder.resolve("data.json#val"))))
        .extracting(Example::intent)
        .containsExactly("translate", "out_of_scope");
  }

  @Test
  void a_part_that_is_missing_or_broken_is_named() throws IOException {
    file("data.json", CLINC);
    assertMistake("data.json", "data.json: part  is none of [train, val, test]; name one as in");
    assertMistake("data.json#dev", "data.json: part dev is none of [train, val, test]");
    assertMistake("data.json#test", "data.json: test[0] text is blank");
    file("row.json", "{\"train\": [[\"hi\", \"greet\"], [\"bye\"]]}");
    assertMistake("row.json#train", "row.json: train[1] row is [\"bye\"]; must be [text, intent]");
    file("odd.json", "{\"rows\": []}");
    assertMistake("odd.json", "odd.json: file holds neither messages nor one of the parts");
    file("cut.json", "{\n\"train\": [");
    assertMistake("cut.json#train", "cut.json:2: is not JSON");
    assertThatThrownBy(() -> Corpus.read(List.of(folder.resolve("none.json#train"))))
        .hasMessage(folder.resolve("none.json") + " does not exist");
  }

  @Test
  void rasas_examples_are_read_without_their_marks() throws IOException {
    assertThat(Corpus.read(List.of(file("nlu.yml", RASA))))
        .containsExactly(
            new Example("cancel my order", Language.EN, "cancel_order"),
            new Example(
                "cancel LL20481234 please",
                Language.EN,
                "cancel_order",
                Map.of("order_number", List.of("LL20481234"))),
            new Example("取消两件", Language.ZH, "cancel_order", Map.of("quantity", List.of("两件"))),
            new Example(
                "is the red one in stock",
                Language.EN,
                "stock",
                Map.of("product", List.of("the red one"))),
            new Example("any left?", Language.EN, "stock"));
  }

  @Test
  void a_mistake_in_rasas_file_names_its_line() throws IOException {
    file("a.yml", "nlu:\n- intent: stock\n  examples: |\n    - one\n    two\n");
    assertMistake("a.yml", "a.yml:5: examples hold \"two\"; must begin with a hyphen");
    file("b.yml", "nlu:\n- intent: stock\n");
    assertMistake("b.yml", "b.yml:2: examples of stock are missing");
    file("c.yaml", "version: \"3.1\"\nstories: []\n");
    assertMistake("c.yaml", "c.yaml:1: nlu is missing");
    file("d.yml", "nlu: [\n");
    assertMistake("d.yml", "is not YAML");
    file("e.yml", "nlu:\n- intent: a\n  examples: |\n    - ok\n    - [x]{\"value\":\"y\"}\n");
    assertMistake("e.yml", "e.yml:5: entity is missing");
    file("f.yml", "");
    assertMistake("f.yml", "f.yml is empty");
  }

  @Test
  void a_transcript_teaches_what_the_bot_was_sure_of_and_what_a_person_wrote() throws IOException {
    var expected =
        List.of(
            new Example("where is {order_number}?", Language.EN, "track_order"),
            new Example("我叫{name}，要退货", Language.ZH, "return_item"));
    assertThat(Corpus.read(List.of(file("one.json", TRANSCRIPT)))).isEqualTo(expected);
    assertThat(Corpus.read(List.of(file("all.json", "[" + TRANSCRIPT + "]")))).isEqualTo(expected);
    var line = TRANSCRIPT.replace("\n", " ") + "\n";
    assertThat(Corpus.read(List.of(file("lines.jsonl", line)))).isEqualTo(expected);
  }

  @Test
  void a_mistake_in_a_transcript_names_its_message() throws IOException {
    file("t.json", "{\"messages\":[{\"from\":\"shopper\",\"intent\":\"stock\"}]}");
    assertMistake("t.json", "t.json: messages[0] text is missing");
    file("l.json", "{\"language\":\"fr\",\"messages\":[]}");
    assertMistake("l.json", "l.json: lang is fr; known: en, zh");
    file("x.json", "[{\"messages\":[]}, {}]");
    assertMistake("x.json", "x.json: [1] is no transcript: it has no list of messages");
  }

  @Test
  void a_table_may_call_its_text_a_sentence_and_end_its_lines_in_a_comma() throws IOException {
    assertThat(Corpus.read(List.of(file("h.csv", "sentence,label,\nhi,GREET,\n"))))
        .containsExactly(new Example("hi", Language.EN, "GREET"));
    file("short.csv", "text,label\nhi\n");
    assertMistake("short.csv", "short.csv:2: row has 1 columns, fewer than the head");
  }

  private void assertMistake(String name, String message) {
    assertThatThrownBy(() -> Corpus.read(List.of(folder.resolve(name))))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(message);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
