package deskbell;

import deskbell.answering.Conversations;
import deskbell.shop.Shop;
import java.util.function.UnaryOperator;

/**
 * Places where something may be put in between, so that a test can pull the plug at a chosen
 * moment.
 *
 * @param conversations around the two trips of a turn
 * @param shop around the shop's connector
 */
record Seams(UnaryOperator<Conversations> conversations, UnaryOperator<Shop> shop) {
  /** Nothing in between. */
  static final Seams NONE = new Seams(UnaryOperator.identity(), UnaryOperator.identity());
}
