package deskbell.training.neural;

import deskbell.neural.Pieces;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Spans of a text taken out, to be written again (Raffel 2020, §3.1.4). Pure. */
final class Corruption {
  private static final double SHARE = 0.2;
  private static final int LONGEST_SPAN = 5;

  private Corruption() {}

  /** The tokens with gaps, and what stood in them. */
  static Item of(int[] tokens, RandomGenerator random) {
    var left = new IntBuilder();
    var taken = new IntBuilder();
    int budget = Math.max(1, (int) Math.round(tokens.length * SHARE));
    int gap = 0;
    for (int i = 0; i < tokens.length; ) {
      boolean opens =
          gap < Pieces.MOST_GAPS
              && budget > 0
              && random.nextDouble() * (tokens.length - i) < budget;
      if (opens) {
        int span = Math.min(1 + random.nextInt(LONGEST_SPAN), Math.min(budget, tokens.length - i));
        left.add(Pieces.gap(gap));
        taken.add(Pieces.gap(gap++));
        taken.addAll(Arrays.copyOfRange(tokens, i, i + span));
        budget -= span;
        i += span;
      } else {
        left.add(tokens[i++]);
      }
    }
    taken.add(Pieces.END);
    return new Item(left.toArray(), taken.toArray());
  }
}
