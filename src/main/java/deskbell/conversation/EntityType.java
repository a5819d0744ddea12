package deskbell.conversation;

import java.util.Locale;

/** The kinds of entity that are found in a shopper's words. */
public enum EntityType {
  ORDER_NUMBER,
  TRACKING_NUMBER,
  EMAIL,
  PHONE,
  MONEY,
  DATE,
  QUANTITY,
  SIZE,
  PRODUCT;

  /** The name on the wire and in flow files: {@code order_number}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
