package deskbell.dialog.flow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A limit for numbers, amounts of money or days: {@code 5}, {@code GBP 200}, {@code today+14},
 * {@code 2026-12-24}.
 *
 * @param side where values lie that have crossed it
 * @param limit as it is written
 */
public record Bound(Side side, String limit) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");
  private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) (\\d{1,12}(?:\\.\\d{1,4})?)");
  private static final Pattern DAYS = Pattern.compile("today(?:([+-])(\\d{1,3}))?");

  /** Where a value lies that has crossed a limit. */
  public enum Side {
    ABOVE,
    BELOW,
    AT_LEAST,
    AT_MOST
  }

  /** As it stands in a flow file: {@code above GBP 200}. */
  public String written() {
    return side.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + limit;
  }

  /** True where a limit can be read. */
  public static boolean readable(String limit) {
    return NUMBER.matcher(limit).matches()
        || MONEY.matcher(limit).matches()
        || day(limit, LocalDate.EPOCH).isPresent();
  }

  /** True where the value has crossed it; false where not, or where the two cannot be compared. */
  public boolean crossed(String value, LocalDate today) {
    return compared(value, today)
        .map(
            order ->
                switch (side) {
                  case ABOVE -> order > 0;
                  case BELOW -> order < 0;
                  case AT_LEAST -> order >= 0;
                  case AT_MOST -> order <= 0;
                })
        .orElse(false);
  }

  private Optional<Integer> compared(String value, LocalDate today) {
    if (NUMBER.matcher(limit).matches() && NUMBER.matcher(value).matches()) {
      return Optional.of(new BigDecimal(value).compareTo(new BigDecimal(limit)));
    }
    var money = MONEY.matcher(value);
    var most = MONEY.matcher(limit);
    if (money.matches() && most.matches() && money.group(1).equals(most.group(1))) {
      return Optional.of(new BigDecimal(money.group(2)).compareTo(new BigDecimal(most.group(2))));
    }
    return day(limit, today)
        .flatMap(last -> day(value, today).map(day -> Integer.signum(day.compareTo(last))));
  }

  private static Optional<LocalDate> day(String text, LocalDate today) {
    var relative = DAYS.matcher(text);
    if (relative.matches()) {
      long days = relative.group(2) == null ? 0 : Long.parseLong(relative.group(2));
      return Optional.of(today.plusDays("-".equals(relative.group(1)) ? -days : days));
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
