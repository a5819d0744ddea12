package deskbell.knowledge.quality;

import java.util.List;
import java.util.Locale;

/**
 * The figures of a set of judged questions.
 *
 * @param hitAtOne share of answerable questions whose top article answers
 * @param reciprocalRank mean over answerable questions
 * @param calibrationError expected calibration error of the top article's confidence over all
 *     questions, in ten bins of equal width; an unanswerable question's top article is always wrong
 * @param answered share of all questions that are answered at the threshold
 * @param falseAnswers share of the answers given at the threshold that are wrong
 * @param hitsLost share of answerable questions whose right top article falls below the threshold
 */
public record Figures(
    int questions,
    int answerable,
    double hitAtOne,
    double reciprocalRank,
    double calibrationError,
    double answered,
    double falseAnswers,
    double hitsLost) {
  private static final int BINS = 10;

  /** Counts outcomes; at least one question must be answerable. */
  public static Figures of(List<Outcome> outcomes, double threshold) {
    var answerable = outcomes.stream().filter(o -> o.question().answerable()).toList();
    var given = outcomes.stream().filter(o -> o.confidence() >= threshold).toList();
    var lost = answerable.stream().filter(o -> o.hit() && o.confidence() < threshold).count();
    return new Figures(
        outcomes.size(),
        answerable.size(),
        share(answerable.stream().filter(Outcome::hit).count(), answerable.size()),
        answerable.stream()
            .mapToDouble(o -> o.rank() == 0 ? 0 : 1.0 / o.rank())
            .average()
            .orElse(0),
        calibrationError(outcomes),
        share(given.size(), outcomes.size()),
        share(given.stream().filter(o -> !o.hit()).count(), given.size()),
        share(lost, answerable.size()));
  }

  private static double calibrationError(List<Outcome> outcomes) {
    var error = 0.0;
    for (var bin = 0; bin < BINS; bin++) {
      var number = bin;
      var inside = outcomes.stream().filter(o -> bin(o.confidence()) == number).toList();
      var confidence = inside.stream().mapToDouble(Outcome::confidence).sum();
      var hits = inside.stream().filter(Outcome::hit).count();
      error += Math.abs(confidence - hits) / outcomes.size();
    }
    return error;
  }

  private static int bin(double confidence) {
    return Math.min(BINS - 1, (int) (confidence * BINS));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** One line of figures. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "hit@1 %.3f, MRR %.3f, ECE %.3f; at the threshold %.3f answered, %.3f of them false, %.3f"
            + " right ones kept back (%d questions, %d answerable)",
        hitAtOne,
        reciprocalRank,
        calibrationError,
        answered,
        falseAnswers,
        hitsLost,
        questions,
        answerable);
  }
}
