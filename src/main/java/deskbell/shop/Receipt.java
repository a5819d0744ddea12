package deskbell.shop;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a write leaves the shopper to hold on to, or what an earlier one had left.
 *
 * @param number under which the shop has it: of a case, an exchange, a visit
 * @param amount that is paid back
 * @param day that was booked; where none could be, the next one that could
 */
public record Receipt(Optional<String> number, Optional<Money> amount, Optional<LocalDate> day) {
  /** Nothing. */
  public static final Receipt NONE =
      new Receipt(Optional.empty(), Optional.empty(), Optional.empty());

  /** A number alone. */
  public static Receipt of(String number) {
    return new Receipt(Optional.of(number), Optional.empty(), Optional.empty());
  }

  /** An amount alone. */
  public static Receipt of(Money amount) {
    return new Receipt(Optional.empty(), Optional.of(amount), Optional.empty());
  }

  /** A day alone. */
  public static Receipt of(LocalDate day) {
    return new Receipt(Optional.empty(), Optional.empty(), Optional.of(day));
  }

  /** The same with a day. */
  public Receipt on(LocalDate booked) {
    return new Receipt(number, amount, Optional.of(booked));
  }
}
