package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a case about an order is about. */
public enum CaseKind {
  DAMAGED,
  WRONG_ITEM,
  MISSING_ITEM,
  NOT_RECEIVED,
  WARRANTY,
  CHANGE_ORDER,
  PAYMENT,
  REVIEW,
  COMPLAINT,
  OTHER;

  /** The name in arguments and JSON: {@code wrong_item}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a {@link #wire} name; anything else is {@link Invalid}. */
  public static CaseKind ofWire(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(name))
        .findFirst()
        .orElseThrow(() -> new Invalid("kind", "is " + Excerpt.of(name) + "; known: " + known()));
  }

  private static String known() {
    return Arrays.stream(values()).map(CaseKind::wire).collect(Collectors.joining(", "));
  }
}
