package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a write. */
public sealed interface WriteResult {
  /**
   * Done now, or with the same key before.
   *
   * @param order as it is after the write
   */
  record Done(Order order, Receipt receipt) implements WriteResult {
    /** Done, and all that came of it stands in the order. */
    public Done(Order order) {
      this(order, Receipt.NONE);
    }
  }

  /**
   * The order is there, but it was not done.
   *
   * @param status the order's
   * @param receipt of the write that has done it before, or what could be had instead
   */
  record Declined(Reason reason, OrderStatus status, Receipt receipt) implements WriteResult {
    /** Declined, and there is no more to say of it. */
    public Declined(Reason reason, OrderStatus status) {
      this(reason, status, Receipt.NONE);
    }
  }

  /** There is no such order. */
  record Missing() implements WriteResult {}

  /** The shop does not accept the values: an address it cannot read, a malformed tax number. */
  record Refused() implements WriteResult {}

  /** Why an order was not changed. */
  enum Reason {
    /** Another write has done it: cancelled before, hurried today, a case that is open. */
    ALREADY_DONE,
    /** The order has gone too far for it. */
    TOO_LATE,
    /** The order has not gone far enough for it. */
    TOO_EARLY,
    /** The size or colour cannot be had. */
    OUT_OF_STOCK,
    /** Nobody comes on that day. */
    DAY_FULL,
    /** The shop's rules do not allow it for this item. */
    NOT_ELIGIBLE;

    /** The name in JSON and the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a {@link #wire} name; anything else is {@link Invalid}. */
    public static Reason ofWire(String name) {
      return Arrays.stream(values())
          .filter(reason -> reason.wire().equals(name))
          .findFirst()
          .orElseThrow(() -> new Invalid("outcome", "is unknown; known: " + known()));
    }

    private static String known() {
      return Arrays.stream(values()).map(Reason::wire).collect(Collectors.joining(", "));
    }
  }
}
