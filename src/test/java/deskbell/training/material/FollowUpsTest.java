package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Language;
import deskbell.training.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpsTest {
  private static final String VALUES = "{\"values\":\"place\",\"of\":[\"France\",\"Ireland\"]}\n";
  private static final String ASK = "{\"ask\":\"Delivery to {place}?\",\"topic\":\"delivery\"}\n";
  private static final String ALONE = "{\"alone\":[\"thanks\"]}\n";
  private static final String WHOLE = VALUES + ASK + ALONE;

  @TempDir Path folder;

  @Test
  void another_value_takes_the_place_of_the_one_in_the_last_question() throws IOException {
    var pairs = pairs(WHOLE + "{\"instead\":\"place\",\"follow\":[\"and to {place}?\"]}\n");
    assertThat(pairs)
        .contains(
            Rewriting.of(
                    Language.EN,
                    List.of("Delivery to France?"),
                    "and to Ireland?",
                    "Delivery to Ireland?")
                .changedIn(1, "France", "Ireland"));
  }

  @Test
  void a_follow_up_gets_the_name_of_what_it_refers_to() throws IOException {
    var about = "{\"about\":\"place\",\"follow\":[\"is it far\"],\"alone\":\"is {place} far\"}\n";
    assertThat(pairs(WHOLE + about))
        .contains(
            Rewriting.of(Language.EN, List.of("Delivery to France?"), "is it far", "is France far")
                .changedIn(0, "France"));
  }

  @Test
  void what_asks_on_is_joined_without_the_words_that_lead_in_and_out() throws IOException {
    assertThat(
            pairs(WHOLE + "{\"more\":\"delivery\",\"follow\":[\"and on sundays too?\"]}\n").stream()
                .map(Rewriting::alone))
        .contains("Delivery to France, on sundays?");
  }

  @Test
  void what_stands_alone_stays() throws IOException {
    assertThat(pairs(WHOLE)).isNotEmpty().allMatch(pair -> pair.text().equals(pair.alone()));
  }

  @Test
  void what_shoppers_say_in_examples_is_asked_too_for_other_values() throws IOException {
    var example =
        new Example(
            "do u ship to Leeds", Language.EN, "delivery_area", Map.of("place", List.of("Leeds")));
    var file = file(WHOLE + "{\"instead\":\"place\",\"follow\":[\"and to {place}?\"]}\n");
    assertThat(Rewritings.learnt(file, Language.EN, List.of(example)))
        .contains(
            Rewriting.of(
                    Language.EN,
                    List.of("do u ship to France"),
                    "and to Ireland?",
                    "do u ship to Ireland")
                .changedIn(1, "France", "Ireland"))
        .contains(
            Rewriting.of(
                Language.EN,
                List.of("Delivery to France?"),
                "do u ship to Leeds",
                "do u ship to Leeds"));
  }

  @Test
  void the_same_file_gives_the_same_pairs() throws IOException {
    var file = file(WHOLE);
    assertThat(Rewritings.read(file, Language.EN, 5))
        .hasSize(5)
        .doesNotHaveDuplicates()
        .isEqualTo(Rewritings.read(file, Language.EN, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"more\":\"delivery\"} | follow is empty",
        "{\"instead\":\"place\",\"follow\":[\"and?\"]} | follow has no {place}: and?",
        "{\"about\":\"place\",\"follow\":[\"it?\"],\"alone\":\"it?\"} | alone has no {place}: it?",
        "{\"values\":\"day\",\"of\":[\"Sunday\"]} | of needs two values or more for {day}",
        "{\"follow\":[\"it?\"]} | line is none of values, ask, instead, about, more, alone"
      })
  void a_line_that_cannot_be_meant_is_named(String line, String why) throws IOException {
    var file = file(WHOLE + line + "\n");
    assertThatThrownBy(() -> Rewritings.read(file, Language.EN, 5))
        .hasMessageContaining("frames.jsonl:4:")
        .hasMessageContaining(why);
  }

  @Test
  void a_slot_without_values_is_named_with_its_text() throws IOException {
    var file = file(ASK + ALONE);
    assertThatThrownBy(() -> Rewritings.read(file, Language.EN, 5))
        .hasMessageContaining("values are missing for {place}: Delivery to {place}?");
  }

  private List<Rewriting> pairs(String lines) throws IOException {
    return Rewritings.read(file(lines), Language.EN, 400);
  }

  private Path file(String lines) throws IOException {
    return Files.writeString(folder.resolve("frames.jsonl"), lines);
  }
}
