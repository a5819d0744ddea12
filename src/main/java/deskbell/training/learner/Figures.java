package deskbell.training.learner;

import deskbell.conversation.IntentScore;
import deskbell.understanding.Distribution;
import java.util.List;

/**
 * How well a set was understood.
 *
 * @param right of each example in scope whether its intent was found; a rejected one counts as
 *     wrong
 * @param recall share of what is out of scope that was rejected; 0 where there is nothing
 */
record Figures(List<Boolean> right, double recall) {
  Figures {
    right = List.copyOf(right);
  }

  /** An opinion, and the truth. */
  record Case(Distribution opinion, String intent) {
    private boolean inScope() {
      return !intent.equals(IntentScore.OUT_OF_SCOPE);
    }

    /** The likeliest intent in scope. */
    private IntentScore best() {
      return opinion.ranked(2).stream()
          .filter(score -> !score.intent().equals(IntentScore.OUT_OF_SCOPE))
          .findFirst()
          .orElseThrow();
    }

    private boolean right() {
      return best().intent().equals(intent);
    }
  }

  /** Share of what is in scope whose intent was found. */
  double accuracy() {
    return right.stream().mapToInt(found -> found ? 1 : 0).average().orElse(0);
  }

  /** What falls below the threshold is rejected. */
  static Figures of(List<Case> cases, double threshold) {
    return new Figures(
        cases.stream()
            .filter(Case::inScope)
            .map(one -> one.right() && one.best().confidence() >= threshold)
            .toList(),
        cases.stream()
            .filter(one -> !one.inScope())
            .mapToInt(one -> one.best().confidence() < threshold ? 1 : 0)
            .average()
            .orElse(0));
  }

  /** The highest threshold that costs no more than this share of what is in scope. */
  static double threshold(List<Case> cases, double cost) {
    var inScope = cases.stream().filter(Case::inScope).toList();
    double[] right =
        inScope.stream()
            .filter(Case::right)
            .mapToDouble(one -> one.best().confidence())
            .sorted()
            .toArray();
    int given = Math.min((int) (cost * inScope.size()), right.length - 1);
    return right.length == 0 ? 0 : right[given];
  }
}
