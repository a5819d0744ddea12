package deskbell.shop;

import deskbell.conversation.Invalid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A code for money off, as the shop judges it today for whoever asks.
 *
 * @param fails why it does not work; empty where it does
 * @param percent taken off, where it is a share
 * @param amounts taken off, one for each currency, where it is a sum
 * @param minimums what an order must come to, one for each currency
 * @param from the first day on which it works
 * @param until the last one
 */
public record Voucher(
    Optional<Reason> fails,
    Optional<Integer> percent,
    List<Money> amounts,
    List<Money> minimums,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {
  /** Characters that a code may have at most. */
  public static final int MAX_CODE = 40;

  private static final int WHOLE = 100;

  public Voucher {
    if (percent.filter(share -> share < 1 || share > WHOLE).isPresent()) {
      throw new Invalid("voucher.percent", "is " + percent.get() + "; from 1 to " + WHOLE);
    }
    amounts = List.copyOf(amounts);
    minimums = List.copyOf(minimums);
  }

  /** Why a code does not work. */
  public enum Reason {
    /** Its last day is over. */
    EXPIRED,
    /** Its first day is still to come. */
    NOT_YET,
    /** It was used as often as it may be. */
    USED,
    /** It is for a first order, and this shopper has ordered before. */
    FIRST_ORDER,
    /** It was given to somebody else. */
    NOT_YOURS;

    /** The name in facts and JSON. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a {@link #wire} name; anything else is {@link Invalid}. */
    public static Reason ofWire(String name) {
      return Arrays.stream(values())
          .filter(reason -> reason.wire().equals(name))
          .findFirst()
          .orElseThrow(
              () -> new Invalid("fails", "is " + Excerpt.of(name) + "; known: " + known()));
    }

    private static String known() {
      return Arrays.stream(values()).map(Reason::wire).collect(Collectors.joining(", "));
    }
  }
}
