package deskbell.shop;

/** What became of a write. */
public sealed interface WriteResult {
  /**
   * Done now, or with the same key before.
   *
   * @param order as it is after the write
   */
  record Done(Order order) implements WriteResult {}

  /** The order is in that state already, by another write: cancelled before. */
  record AlreadyDone(OrderStatus status) implements WriteResult {}

  /** The order has gone too far for it. */
  record TooLate(OrderStatus status) implements WriteResult {}

  /** The order has not gone far enough for it. */
  record TooEarly(OrderStatus status) implements WriteResult {}

  /** There is no such order. */
  record Missing() implements WriteResult {}

  /** The shop does not accept the values: an address it cannot read, a malformed tax number. */
  record Refused() implements WriteResult {}
}
