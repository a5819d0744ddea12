package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.Locale;

/** A registered return: its number and how the goods travel. */
public record ReturnSlip(String number, Method method) {
  /** How the goods come back. */
  public enum Method {
    /** The shopper hands the parcel in with a label or code. */
    LABEL,
    /** A courier collects it. */
    COLLECTION;

    /** The name in facts, JSON and the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The method of a {@link #wire} name; anything else is {@link Invalid}. */
    public static Method ofWire(String name) {
      return Arrays.stream(values())
          .filter(method -> method.wire().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new Invalid(
                      "return.method", "is " + Excerpt.of(name) + "; known: label, collection"));
    }
  }
}
