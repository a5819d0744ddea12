package deskbell.training.material;

import deskbell.training.CoordinateDescent;
import deskbell.understanding.Candidate;
import deskbell.understanding.KindAgreement;
import deskbell.understanding.KindAgreement.Weights;
import deskbell.understanding.Softmax;
import deskbell.understanding.linear.ValueKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How much it counts that what is exchanged is of one kind. */
public final class AgreementFit {
  private static final double FIRST_STEP = 1;

  /** Pulls weights towards 0, so that few pairs do not make them endless. */
  private static final double PULL = 0.1;

  private AgreementFit() {}

  /** What the model wrote for a pair, and which of it is right. */
  private record Choice(List<Candidate> candidates, int right) {
    double surprise(KindAgreement agreement) {
      var scores =
          candidates.stream()
              .mapToDouble(one -> one.likelihood() + agreement.added(one.revision()))
              .toArray();
      return -Math.log(Softmax.of(scores)[right]);
    }
  }

  /** The weights under which what is right is likeliest, where it is among what was written. */
  public static Weights of(
      ValueKinds kinds, List<Rewriting> pairs, Function<Rewriting, List<Candidate>> model) {
    var choices = new ArrayList<Choice>();
    for (var pair : pairs) {
      var candidates = model.apply(pair);
      int right = right(pair, candidates);
      if (right >= 0 && candidates.size() > 1) {
        choices.add(new Choice(candidates, right));
      }
    }
    return weights(
        CoordinateDescent.minimise(
            new double[2],
            2,
            FIRST_STEP,
            place -> {
              var agreement = new KindAgreement(kinds, weights(place));
              double pull = PULL * (place[0] * place[0] + place[1] * place[1]);
              return pull + choices.stream().mapToDouble(one -> one.surprise(agreement)).sum();
            }));
  }

  private static int right(Rewriting pair, List<Candidate> candidates) {
    var wanted = RewriteAccuracy.bare(pair.alone());
    return candidates.stream()
        .map(one -> RewriteAccuracy.bare(one.alone()))
        .toList()
        .indexOf(wanted);
  }

  private static Weights weights(double[] place) {
    return new Weights(place[0], place[1]);
  }
}
