package deskbell.understanding;

import deskbell.conversation.Invalid;
import deskbell.understanding.Revision.Exchange;
import deskbell.understanding.linear.ValueKinds;

/**
 * Where a question is asked again for another value, what takes a value's place should be of its
 * kind: a place for a place, a day for a day. The model copies letter by letter and is at times
 * wrong about where a name ends, or which of two names is meant; what is left of the question then
 * is of another kind. Immutable; any thread.
 */
public record KindAgreement(ValueKinds kinds, Weights weights) implements RevisionScorer {
  /**
   * What counts how much.
   *
   * @param kind the logarithm of the probability that both values are of one kind
   * @param exchange that a question is asked again at all
   */
  public record Weights(double kind, double exchange) {
    public Weights {
      if (!Double.isFinite(kind) || !Double.isFinite(exchange)) {
        throw new Invalid("weights", "are " + kind + " and " + exchange + "; must be finite");
      }
    }
  }

  @Override
  public double added(Revision revision) {
    return revision instanceof Exchange(var turn, var part, var by) && turn > 0
        ? weights.exchange() + weights.kind() * kinds.alike(part, by)
        : 0;
  }
}
