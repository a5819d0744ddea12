package deskbell.knowledge.quality;

/**
 * What became of one judged question.
 *
 * @param rank of the first article that answers, 1 for the top; 0 where none was found
 * @param confidence in the top article
 */
public record Outcome(JudgedQuestion question, int rank, double confidence) {
  /** True where the top article answers. */
  public boolean hit() {
    return rank == 1;
  }
}
