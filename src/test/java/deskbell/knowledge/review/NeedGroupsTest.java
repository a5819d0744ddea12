package deskbell.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well questions about needs that no article foresees fall into rows. Each file has forty
 * needs, one a line, asked in two ways a language. By {@code needs-validation.txt} limits were
 * chosen.
 */
class NeedGroupsTest {
  private static final QuestionId ID = new QuestionId(ConversationId.random(), 1);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /** Two questions in one row. */
  private record Pair(Need.Phrasing one, Need.Phrasing other) {
    boolean across() {
      return one.language() != other.language();
    }
  }

  @ParameterizedTest
  @CsvSource({"needs-validation.txt, 0.75, 0.35", "needs-held-out.txt, 0.55, 0.25"})
  void most_in_a_row_belong_together_in_both_languages(String file, double precision, double recall)
      throws IOException {
    var lines = lines(file);
    var belongs = new HashMap<String, Integer>();
    for (var need = 0; need < lines.size(); need++) {
      for (var text : lines.get(need).split(" \\| ", -1)) {
        belongs.put(text, need);
      }
    }
    var missed = belongs.keySet().stream().sorted().map(NeedGroupsTest::missed).toList();
    var together = pairs(Needs.of(missed));
    var right = together.stream().filter(pair -> same(pair, belongs)).toList();
    assertThat((double) right.size() / together.size()).as("precision").isGreaterThan(precision);
    assertThat((double) right.size() / (lines.size() * 6)).as("recall").isGreaterThan(recall);
    assertThat((double) right.stream().filter(Pair::across).count() / (lines.size() * 4))
        .as("recall across languages")
        .isGreaterThan(recall);
  }

  private static List<String> lines(String file) throws IOException {
    try (var resource = NeedGroupsTest.class.getResourceAsStream(file)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Needs.Read missed(String text) {
    var chinese = text.codePoints().anyMatch(Character::isIdeographic);
    var language = chinese ? Language.ZH : Language.EN;
    var miss =
        new Miss(ID, text, language, text, NOON, true, false, Optional.empty(), false, false);
    var unknown = List.of(new IntentScore(IntentScore.OUT_OF_SCOPE, 0.9));
    var understood = new Understood(text, language, List.of(), unknown);
    return new Needs.Read(miss, Impression.of(text, understood, List.of(), 0.5));
  }

  private static boolean same(Pair pair, Map<String, Integer> belongs) {
    return belongs.get(pair.one().text()).equals(belongs.get(pair.other().text()));
  }

  private static List<Pair> pairs(List<Need> needs) {
    var pairs = new ArrayList<Pair>();
    for (var need : needs) {
      var phrasings = need.phrasings();
      for (var i = 0; i < phrasings.size(); i++) {
        for (var j = 0; j < i; j++) {
          pairs.add(new Pair(phrasings.get(i), phrasings.get(j)));
        }
      }
    }
    return pairs;
  }
}
