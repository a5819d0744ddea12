package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far an order has come, in this order; cancelled ends it early. */
public enum OrderStatus {
  RECEIVED,
  PAID,
  PACKING,
  SHIPPED,
  OUT_FOR_DELIVERY,
  DELIVERED,
  CANCELLED;

  /** The name in facts, JSON and the database: {@code out_for_delivery}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a {@link #wire} name; anything else is {@link Invalid}. */
  public static OrderStatus ofWire(String name) {
    return Arrays.stream(values())
        .filter(status -> status.wire().equals(name))
        .findFirst()
        .orElseThrow(() -> new Invalid("status", "is " + Excerpt.of(name) + "; known: " + known()));
  }

  private static String known() {
    return Arrays.stream(values()).map(OrderStatus::wire).collect(Collectors.joining(", "));
  }
}
