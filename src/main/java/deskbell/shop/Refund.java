package deskbell.shop;

import deskbell.conversation.Invalid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Money on its way back.
 *
 * @param amount where it is known
 * @param day when the state was reached, where the shop says so
 */
public record Refund(State state, Optional<Money> amount, Optional<LocalDate> day) {
  /** How far a refund has come. */
  public enum State {
    /** Nothing has to come back first: the refund of a cancelled order. */
    STARTED,
    /** A return is registered or on its way. */
    RETURNING,
    /** The return has arrived. */
    RECEIVED,
    /** The return was checked. */
    CHECKED,
    /** The money was sent off. */
    REFUNDED;

    /** The name in facts, JSON and the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a {@link #wire} name; anything else is {@link Invalid}. */
    public static State ofWire(String name) {
      return Arrays.stream(values())
          .filter(state -> state.wire().equals(name))
          .findFirst()
          .orElseThrow(
              () -> new Invalid("refund.state", "is " + Excerpt.of(name) + "; known: " + known()));
    }

    private static String known() {
      return Arrays.stream(values()).map(State::wire).collect(Collectors.joining(", "));
    }
  }
}
