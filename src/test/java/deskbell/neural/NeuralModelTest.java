package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeuralModelTest {
  private static final List<String> TEXTS =
      List.of("word300 word301", "word310", "word320 word321 word322 word323 word324", "龘");
  private static final Limits GREEDY = new Limits(0, 10, 1, 3);

  /** What the collector and the system's allocator may keep at one time and not at another. */
  private static final double MOST_GROWN = 200;

  private NeuralModel model;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    model = SmallTransformer.model(folder);
  }

  @AfterAll
  void close() {
    model.close();
  }

  private static List<Prompt> prompts() {
    return TEXTS.stream().map(Prompt::of).toList();
  }

  @Test
  void a_distribution_adds_up_to_one_and_is_the_same_alone_and_with_others() {
    var together = model.intents(TEXTS);

    for (int i = 0; i < TEXTS.size(); i++) {
      var alone = model.intents(List.of(TEXTS.get(i))).getFirst();
      double sum = 0;
      for (int k = 0; k < alone.length; k++) {
        sum += Math.exp(alone[k]);
        assertThat(together.get(i)[k]).isCloseTo(alone[k], within(1e-4f));
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void texts_are_written_the_same_alone_and_with_others() {
    for (var limits : List.of(GREEDY, new Limits(0, 10, 3, 3))) {
      var together = model.write(Task.REPLY, prompts(), limits);
      for (int i = 0; i < TEXTS.size(); i++) {
        var alone = model.write(Task.REPLY, prompts().subList(i, i + 1), limits).getFirst();
        assertThat(together.get(i).text()).isEqualTo(alone.text());
        assertThat(together.get(i).score()).isCloseTo(alone.score(), within(1e-3));
      }
    }
  }

  @Test
  void a_wider_beam_finds_nothing_less_likely() {
    var prompt = List.of(Prompt.of("word300 word301 word302"));
    var greedy = model.write(Task.REPLY, prompt, new Limits(0, 1, 1, 0)).getFirst();
    var beam = model.write(Task.REPLY, prompt, new Limits(0, 1, 4, 0)).getFirst();

    assertThat(beam.score()).isGreaterThanOrEqualTo(greedy.score() - 1e-6);
  }

  @Test
  void what_was_written_scores_as_it_did_when_it_was_written() {
    var prompt = Prompt.of("word300 word301");
    var written = model.write(Task.REPLY, List.of(prompt), new Limits(0, 15, 1, 0)).getFirst();
    var other = "word390 word391";
    var scores = model.scores(Task.REPLY, List.of(prompt, prompt), List.of(other, "word392"));

    assertThat(scores[0]).isNegative().isNotEqualTo(scores[1]);
    assertThat(model.scores(Task.REPLY, List.of(prompt), List.of(other))[0])
        .isCloseTo(scores[0], within(1e-4));
    assertThat(written.score()).isGreaterThan(scores[0]);
  }

  @Test
  void a_text_read_again_beside_others_scores_as_it_did() {
    var prompts = prompts();
    var answers = TEXTS.stream().map(_ -> "word392").toList();
    var first = model.scores(Task.QUESTION, prompts, answers);
    var again = model.scores(Task.QUESTION, prompts.reversed(), answers);

    for (int i = 0; i < first.length; i++) {
      assertThat(again[first.length - 1 - i]).isCloseTo(first[i], within(1e-4));
    }
  }

  @Test
  void a_draft_without_hope_is_given_up_and_one_with_hope_is_written_as_ever() {
    var prompts = prompts().subList(0, 1);
    var ever = model.revise(prompts, GREEDY).getFirst().getFirst();
    var hopeful = GREEDY.givingUpBelow(ever.likelihood() - 1e-3);
    var hopeless = GREEDY.givingUpBelow(Math.nextUp(-1e-9));

    assertThat(model.revise(prompts, hopeful)).containsExactly(List.of(ever));
    assertThat(model.revise(prompts, hopeless).getFirst().getFirst().whole()).isFalse();
  }

  @Test
  void writing_stops_at_its_limit() {
    var written = model.write(Task.REPLY, prompts(), new Limits(0, 3, 1, 0));

    assertThat(written).allSatisfy(one -> assertThat(one.text().length()).isLessThan(3 * 12));
  }

  @Test
  void values_of_slots_stand_in_the_text() {
    var slots = model.slots(TEXTS);

    for (int i = 0; i < TEXTS.size(); i++) {
      var text = TEXTS.get(i).replace(" ", "");
      assertThat(slots.get(i)).allSatisfy(slot -> assertThat(text).contains(slot.value()));
    }
  }

  @Test
  void a_text_longer_than_the_model_reads_is_cut() {
    var longer = "word300 ".repeat(500).strip();

    assertThat(model.intents(List.of(longer))).hasSize(1);
    assertThat(model.write(Task.REPLY, List.of(Prompt.of(longer)), GREEDY)).hasSize(1);
  }

  /** A long run: {@code -Ddeskbell.soak=100000}. */
  @Test
  void memory_stays_flat() {
    int rounds = Integer.getInteger("deskbell.soak", 1_000);
    work(rounds / 2);
    int arrays = model.nativeArrays();
    long before = ResidentMemory.bytes();
    work(rounds);

    assertThat(model.nativeArrays()).isEqualTo(arrays);
    assertThat((ResidentMemory.bytes() - before) / 1e6).as("MB grown").isLessThan(MOST_GROWN);
  }

  private void work(int rounds) {
    IntStream.range(0, rounds)
        .forEach(
            round -> {
              var text = "word" + (300 + round % 90);
              model.intents(List.of(text, "word301"));
              if (round % 10 == 0) {
                model.write(Task.REPLY, List.of(Prompt.of(text)), GREEDY);
                model.scores(Task.QUESTION, List.of(Prompt.of(text)), List.of("word302"));
              }
            });
  }

  @Test
  void the_model_opened_is_the_one_that_was_written(@TempDir Path folder) throws IOException {
    try (var again = SmallTransformer.model(folder)) {
      assertThat(again.intents(TEXTS).get(0)).isEqualTo(model.intents(TEXTS).get(0));
      assertThat(NeuralDirectory.holds(Optional.of(folder))).isTrue();
    }
  }
}
