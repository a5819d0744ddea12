package deskbell.understanding;

/** Says what speaks for a revision beside what the model makes of it. Any thread. */
@FunctionalInterface
public interface RevisionScorer {
  /** Leaves everything to the model. */
  RevisionScorer NONE = _ -> 0;

  /** What is added to the logarithm of a revision's probability. */
  double added(Revision revision);
}
