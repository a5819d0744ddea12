package deskbell.answering.grounding;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are compared: {@code 1,000.50} is {@code 1000.5}. */
final class Amount {
  private static final int PLACES = 4;

  private Amount() {}

  /** The value of digits with or without marks between thousands. */
  static double of(String digits) {
    return Double.parseDouble(digits.replaceAll("[, ]", ""));
  }

  /** A value without needless zeros. */
  static String plain(double value) {
    return BigDecimal.valueOf(value)
        .setScale(PLACES, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
