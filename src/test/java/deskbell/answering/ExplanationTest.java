package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Map<String, IntentScore> VOTERS =
      Map.of(
          "linear", new IntentScore("invoice", 0.9),
          "neighbours", new IntentScore("stock", 0.049));

  @Test
  void who_is_not_sure_of_anything_says_nothing() {
    assertThat(lines(0.8, 0.05, 0.01))
        .containsExactly(
            "language: en",
            "opinion: linear invoice 0.90",
            "intent: invoice 0.80",
            "intent: stock 0.05",
            "article: invoices 0.70");
  }

  @Test
  void the_likeliest_intent_is_told_however_unlikely_it_is() {
    assertThat(lines(0.03, 0.02, 0.01))
        .contains("intent: invoice 0.03")
        .noneMatch(line -> line.contains("intent: stock"));
  }

  private static List<String> lines(double first, double second, double third) {
    var intents =
        List.of(
            new IntentScore("invoice", first),
            new IntentScore("stock", second),
            new IntentScore("thanks", third));
    var understood = new Understood("a bill", Language.EN, List.of(), intents, VOTERS);
    var found = List.of(passage("invoices", 0.7), passage("lamps", 0.004));
    return Explanation.of(
        new Thinking.Thought(understood, found, Optional.empty(), Optional.empty()));
  }

  private static Passage passage(String id, double confidence) {
    return new Passage(id, "?", ".", Optional.empty(), 1, confidence, List.of());
  }
}
