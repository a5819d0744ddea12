package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.understanding.Alone;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import deskbell.understanding.IntentVoter;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.Utterance;
import deskbell.understanding.entity.EntityFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model that ships, against the corpus that it was trained from and the list of intents. */
class ShippedModelTest {
  private static final Path MODEL = Path.of("src/main/model");

  /** Bytes of the whole directory. */
  private static final long LARGEST = 40_000_000;

  private static final Pattern INTENT = Pattern.compile("`([a-z_]+)`");

  private static final Map<Language, IntentVoter> VOTERS =
      ModelDirectory.of(Optional.empty()).linear();
  private static final FusedInterpreter INTERPRETER =
      new FusedInterpreter(Alone.of(VOTERS), new EntityFinder(Catalogue.EMPTY), Clock.systemUTC());

  private static List<Example> corpus(Language language, String file) {
    return Corpus.read(List.of(Path.of("src/main/corpus", language.code(), file)));
  }

  private static IntentScore understood(Example example) {
    return INTERPRETER.understand(example.text(), Optional.of(example.language())).best();
  }

  /** The names in the first column of the tables of {@code src/docs/intents.md}. */
  private static Set<String> listed() throws IOException {
    return Files.readAllLines(Path.of("src/docs/intents.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> INTENT.matcher(line.substring(0, line.indexOf('|', 1))).results())
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void it_names_the_intents_of_the_list_and_of_the_corpus_and_no_others(Language language)
      throws IOException {
    var written = corpus(language, ".").stream().map(Example::intent).collect(Collectors.toSet());
    assertThat(VOTERS.get(language).intents())
        .containsExactlyInAnyOrderElementsOf(written)
        .containsExactlyInAnyOrderElementsOf(listed());
  }

  @ParameterizedTest
  @EnumSource
  void its_confidences_are_probabilities(Language language) {
    var texts = corpus(language, "validation.jsonl").stream().map(Example::text).toList();
    var voter = VOTERS.get(language);
    for (var text : texts) {
      var vote = voter.vote(new Utterance(text, language, List.of()));
      assertThat(vote.intents())
          .allSatisfy(intent -> assertThat(vote.probability(intent)).isBetween(0.0, 1.0));
      assertThat(vote.intents().stream().mapToDouble(vote::probability).sum())
          .as(text)
          .isEqualTo(1, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_knows_what_it_was_trained_on(Language language) {
    var evaluation = Evaluation.of(corpus(language, "orders.jsonl"), ShippedModelTest::understood);
    assertThat(evaluation.accuracy()).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @EnumSource
  void it_understands_validation_as_well_as_when_it_was_shipped(Language language) {
    var evaluation =
        Evaluation.of(corpus(language, "validation.jsonl"), ShippedModelTest::understood);
    assertThat(evaluation.accuracy()).isGreaterThan(0.83);
    assertThat(evaluation.calibrationError()).isLessThan(0.07);
  }

  @Test
  void it_says_how_it_was_made() throws IOException {
    assertThat(MODEL.resolve("README.md"))
        .content()
        .contains("./deskbell train --examples src/main/corpus/en src/main/corpus/zh --validation ")
        .contains("| zh | " + VOTERS.get(Language.ZH).intents().size() + " | ");
  }

  @Test
  void it_stays_small() throws IOException {
    try (var files = Files.list(MODEL)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isBetween(1L, LARGEST);
    }
  }
}
