package deskbell.handoff;

/**
 * How much an agent has to do.
 *
 * @param held conversations that they answer now
 * @param limit of that
 */
public record Load(int held, int limit) {
  /** True where there is no hand free. */
  public boolean full() {
    return held >= limit;
  }
}
