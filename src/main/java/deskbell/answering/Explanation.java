package deskbell.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What was thought about a message, in lines for {@code ask --trace} and the agent's view. Who was
 * less sure than {@value #SAYS} says nothing, except of the likeliest intent, which was compared.
 */
final class Explanation {
  private static final int INTENTS = 3;
  private static final double SAYS = 0.05;

  private Explanation() {}

  /** One line a thought. */
  static List<String> of(Thinking.Thought thought) {
    var lines = new ArrayList<String>();
    var understood = thought.understood();
    thought.alone().ifPresent(alone -> lines.add("stands alone: " + alone));
    lines.add("language: " + understood.language().code());
    understood.entities().forEach(found -> lines.add("entity: " + found.type().wire()));
    new TreeMap<>(understood.opinions())
        .forEach(
            (voter, best) -> {
              if (best.confidence() >= SAYS) {
                lines.add(line("opinion: " + voter + " ", best.intent(), best.confidence()));
              }
            });
    understood.intents().stream()
        .limit(INTENTS)
        .filter(score -> score.equals(understood.best()) || score.confidence() >= SAYS)
        .forEach(score -> lines.add(line("intent: ", score.intent(), score.confidence())));
    thought.passages().stream()
        .filter(found -> found.confidence() >= SAYS)
        .forEach(found -> lines.add(line("article: ", found.id(), found.confidence())));
    thought
        .overtaken()
        .ifPresent(
            id -> lines.add("reranked: " + thought.passages().getFirst().id() + " before " + id));
    return lines;
  }

  private static String line(String kind, String name, double confidence) {
    return String.format(Locale.ROOT, "%s%s %.2f", kind, name, confidence);
  }
}
