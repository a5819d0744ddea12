package deskbell.answering.excerpt;

import deskbell.answering.grounding.Grounding;
import deskbell.conversation.Recent;
import deskbell.understanding.linear.AskedKinds;
import java.util.List;
import java.util.Set;

/**
 * Says how strongly a question asks for the kinds of values that texts state. Remembers what texts
 * state: the same answers are compared with one question after another. Any thread.
 */
public final class AskedScorer implements Scorer {
  /** Texts remembered: the parts of some hundred articles. */
  private static final int REMEMBERED = 2_048;

  private final AskedKinds asked;
  private final Recent<String, Set<String>> known = new Recent<>(REMEMBERED);

  /** Scores by what questions ask for. */
  public AskedScorer(AskedKinds asked) {
    this.asked = asked;
  }

  /** The kinds of values that a text states. */
  public static Set<String> kinds(String text) {
    var kinds = Grounding.kinds(text);
    return kinds.isEmpty() ? Set.of(AskedKinds.NOTHING) : kinds;
  }

  @Override
  public List<Double> scores(String question, List<String> texts) {
    var scores = asked.scores(question);
    return texts.stream()
        .map(text -> known.get(text, () -> kinds(text)))
        .map(kinds -> kinds.stream().mapToDouble(kind -> scores.getOrDefault(kind, 0.0)).sum())
        .toList();
  }
}
