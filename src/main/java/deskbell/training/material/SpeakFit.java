package deskbell.training.material;

import deskbell.answering.GroundedSpeaker;
import deskbell.answering.Spoken;
import deskbell.answering.excerpt.Excerpt;
import deskbell.answering.excerpt.Excerpts.Compared;
import deskbell.answering.excerpt.Finder;
import deskbell.answering.excerpt.Signs;
import deskbell.neural.Sentences;
import deskbell.training.CoordinateDescent;
import deskbell.understanding.SpeakingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * From where an answer is said shorter, fitted on questions whose short answer people wrote. What
 * is chosen about a question is chosen on other answers' questions.
 */
public final class SpeakFit {
  /** Answers spared that one wrong part of an answer undoes: the whole is a button away. */
  private static final double WRONG_PART = 5;

  /** Right answers in the model's words that one wrong answer undoes: the part was right. */
  private static final double WRONG_WORDS = 9;

  private static final int FOLDS = 5;

  /** Chances that are tried. */
  private static final int STEPS = 40;

  private static final double FIRST_STEP = 1;

  /** Pulls weights towards 0, so that few questions do not make them endless. */
  private static final double PULL = 0.1;

  private final List<Asked> all;
  private final List<Finder> finders;

  private SpeakFit(List<Asked> all) {
    this.all = List.copyOf(all);
    finders = IntStream.range(0, FOLDS).mapToObj(fold -> finder(other -> other != fold)).toList();
  }

  /** A question with the parts of its answer. */
  private record Asked(ShortAnswer answer, Compared compared) {
    /** Questions about the same answer are in the same fold. */
    int fold() {
      return Math.floorMod(answer.written().hashCode(), FOLDS);
    }

    double surprise(Finder finder) {
      var chances = finder.chances(compared.signs());
      return -Math.log(
          IntStream.range(0, chances.length)
              .filter(part -> answer.isGround(compared.parts().get(part)))
              .mapToDouble(part -> chances[part])
              .sum());
    }

    boolean hasGround() {
      return compared.parts().stream().anyMatch(answer::isGround);
    }

    /**
     * What saying a part spares the reader; nothing where the part is all the same said in full.
     */
    double gain(Excerpt excerpt) {
      var written = Sentences.of(answer.written());
      if (!GroundedSpeaker.isShort(written, excerpt)) {
        return 0;
      }
      double spared = 1 - (double) written.text(excerpt.places()).length() / written.length();
      return answer.isIn(excerpt) ? spared : -WRONG_PART;
    }
  }

  /**
   * The rule by which most is spared; empty where saying everything in full is no worse.
   *
   * @param compare compares a question with the parts of its answer
   * @param words what the model says of a part, however unsure it is
   */
  public static Optional<SpeakingRule> of(
      List<ShortAnswer> answers,
      Function<ShortAnswer, Compared> compare,
      BiFunction<ShortAnswer, Excerpt, Spoken> words) {
    var asked = answers.stream().map(answer -> new Asked(answer, compare.apply(answer))).toList();
    var fit = new SpeakFit(asked);
    return fit.found().map(found -> fit.rule(found, words));
  }

  private Finder finder(IntPredicate folds) {
    var learnt = all.stream().filter(one -> folds.test(one.fold()) && one.hasGround()).toList();
    var weights =
        CoordinateDescent.minimise(
            new double[Signs.COUNT],
            Signs.COUNT,
            FIRST_STEP,
            place -> {
              var finder = finder(place);
              double pull = PULL * Arrays.stream(place).map(one -> one * one).sum();
              return pull + learnt.stream().mapToDouble(one -> one.surprise(finder)).sum();
            });
    return finder(weights);
  }

  private static Finder finder(double[] weights) {
    return new Finder(Arrays.stream(weights).boxed().toList());
  }

  /** The chance from which most is spared; empty where none spares anything. */
  private Optional<Double> found() {
    return IntStream.range(1, STEPS)
        .mapToObj(step -> new Belief.Gain((double) step / STEPS, gain((double) step / STEPS)))
        .filter(gain -> gain.gain() > 0)
        .max(Comparator.comparingDouble(Belief.Gain::gain))
        .map(Belief.Gain::score);
  }

  private double gain(double least) {
    return all.stream()
        .flatMapToDouble(
            one ->
                finders.get(one.fold()).found(one.compared(), least).stream()
                    .mapToDouble(one::gain))
        .sum();
  }

  private SpeakingRule rule(double found, BiFunction<ShortAnswer, Excerpt, Spoken> words) {
    var gains = new ArrayList<Belief.Gain>();
    for (var one : all) {
      var part = finders.get(one.fold()).found(one.compared(), found);
      if (part.filter(one.answer()::isIn).isPresent()
          && words.apply(one.answer(), part.get()) instanceof Spoken.Said said
          && !GroundedSpeaker.isCopy(said, one.answer().facts(part.get()))) {
        double gain = one.answer().isRight(said) ? 1 : -WRONG_WORDS;
        gains.add(new Belief.Gain(Math.log(said.sure()), gain));
      }
    }
    return new SpeakingRule(finder(_ -> true).weights(), found, Belief.from(gains).orElse(0.0));
  }
}
