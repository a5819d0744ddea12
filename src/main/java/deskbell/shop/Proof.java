package deskbell.shop;

import deskbell.conversation.CallResult;

/** What came of asking for proof. */
sealed interface Proof {
  /** The order, for whoever has proved that it is theirs. */
  record Shown(Order order) implements Proof {}

  /** Nothing is shown; the outcome says why, and never whether the order exists. */
  record Withheld(CallResult result) implements Proof {}
}
