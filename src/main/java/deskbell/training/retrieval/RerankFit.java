package deskbell.training.retrieval;

import deskbell.answering.Doubt;
import deskbell.answering.excerpt.Scorer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the likelihood of a question counts beside the belief in an article, so that the right
 * article comes first most often. Cross-validated: a question's part has no say in its weight.
 *
 * @param weight empty where fewer right articles came first by it
 * @param questions that some article answers
 * @param doubtful of these, how many have rivals for the first place
 * @param before questions whose right article came first
 * @param after the same with weights chosen on other questions
 */
public record RerankFit(
    Optional<Double> weight, int questions, int doubtful, int before, int after) {
  private static final int STEPS = 40;
  private static final double STEP = 0.1;

  /** A contest with how likely its question is after each rival. */
  private record Scored(Contest contest, List<Double> scores) {
    boolean won(double weight) {
      int first =
          scores.isEmpty() ? 0 : Doubt.settled(contest.beliefs(), scores, weight).getFirst();
      return contest.question().articles().contains(contest.ids().get(first));
    }
  }

  /** Chooses the weight. Blocks as long as the scorer does. */
  public static RerankFit of(List<Contest> contests, Scorer scorer) {
    var scored =
        contests.stream()
            .filter(contest -> contest.question().answerable() && !contest.ids().isEmpty())
            .map(contest -> scored(contest, scorer))
            .toList();
    int before = won(scored, _ -> true, 0);
    int after =
        scored.stream()
            .mapToInt(one -> one.contest().fold())
            .distinct()
            .map(fold -> won(scored, of(fold), best(scored, of(fold).negate())))
            .sum();
    return new RerankFit(
        after >= before ? Optional.of(best(scored, _ -> true)) : Optional.empty(),
        scored.size(),
        (int) scored.stream().filter(one -> !one.scores().isEmpty()).count(),
        before,
        after);
  }

  private static Scored scored(Contest contest, Scorer scorer) {
    int rivals = Doubt.rivals(contest.beliefs());
    return rivals < 2
        ? new Scored(contest, List.of())
        : new Scored(
            contest,
            scorer.scores(contest.question().text(), contest.answers().subList(0, rivals)));
  }

  private static Predicate<Scored> of(int fold) {
    return one -> one.contest().fold() == fold;
  }

  private static int won(List<Scored> scored, Predicate<Scored> chosen, double weight) {
    return (int) scored.stream().filter(chosen).filter(one -> one.won(weight)).count();
  }

  /** The least weight, above 0, of those by which most are won. */
  private static double best(List<Scored> scored, Predicate<Scored> chosen) {
    int best = 0;
    int most = -1;
    for (int step : IntStream.rangeClosed(1, STEPS).toArray()) {
      int won = won(scored, chosen, step * STEP);
      if (won > most) {
        most = won;
        best = step;
      }
    }
    return best * STEP;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "hit@1 %.3f, reranked %.3f (%d questions, %d in doubt): %s",
        before / (double) questions,
        after / (double) questions,
        questions,
        doubtful,
        weight.map(by -> String.format(Locale.ROOT, "weight %.1f", by)).orElse("switched off"));
  }
}
