package deskbell.answering.grounding;

import java.util.Set;

/**
 * One value that a text states.
 *
 * @param at where it stands in the text as it was read
 * @param said the words that state it, as they were read
 * @param needs what facts must hold for it to be true: {@code money gbp 3.95}
 * @param holds what follows from it where it is a fact; {@code needs} among it
 */
record Claim(int at, String said, String needs, Set<String> holds) {
  Claim {
    holds = Set.copyOf(holds);
  }

  /** A value that nothing else follows from. */
  static Claim of(int at, String said, String needs) {
    return new Claim(at, said, needs, Set.of(needs));
  }
}
