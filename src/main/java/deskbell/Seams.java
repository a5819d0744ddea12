package deskbell;

import deskbell.answering.Conversations;
import deskbell.shop.Shop;
import deskbell.shop.ShopCalls;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * Places where something may be put in between, so that a test can pull the plug at a chosen
 * moment, play the shop or turn the clock.
 *
 * @param conversations around the two trips of a turn
 * @param shop around the shop's connector
 * @param calls around the calls that flows make
 * @param clock around the time
 */
record Seams(
    UnaryOperator<Conversations> conversations,
    UnaryOperator<Shop> shop,
    UnaryOperator<ShopCalls> calls,
    UnaryOperator<Clock> clock) {
  /** Nothing in between. */
  static final Seams NONE = new Seams(UnaryOperator.identity(), UnaryOperator.identity());

  /** Nothing in between flows and shop, and the time as it is. */
  Seams(UnaryOperator<Conversations> conversations, UnaryOperator<Shop> shop) {
    this(conversations, shop, UnaryOperator.identity(), UnaryOperator.identity());
  }
}
