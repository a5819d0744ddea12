package deskbell.understanding.entity;

import java.math.BigDecimal;

/** Reads Chinese numerals, also those that begin with digits: 三百二十, 一万二, 1.5万, 二〇二六. */
final class ChineseNumerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String UNITS = "万千百十";
  private static final long[] VALUES = {10_000, 1_000, 100, 10};

  private ChineseNumerals() {}

  static BigDecimal parse(String numeral) {
    return value(numeral.replace('〇', '零').replace('两', '二').replace('俩', '二'));
  }

  /** Splits at the largest unit: what is left of it multiplies it, what is right of it is added. */
  private static BigDecimal value(String numeral) {
    for (int i = 0; i < VALUES.length; i++) {
      int at = numeral.indexOf(UNITS.charAt(i));
      if (at >= 0) {
        var times = at == 0 ? BigDecimal.ONE : value(numeral.substring(0, at));
        return times
            .multiply(BigDecimal.valueOf(VALUES[i]))
            .add(rest(numeral.substring(at + 1), VALUES[i]));
      }
    }
    return Character.isDigit(numeral.charAt(0)) ? new BigDecimal(numeral) : digitByDigit(numeral);
  }

  /** 三百五 is 350, 三百零五 is 305. */
  private static BigDecimal rest(String numeral, long unit) {
    if (numeral.isEmpty()) {
      return BigDecimal.ZERO;
    }
    var value = value(numeral);
    return numeral.length() == 1 && unitless(numeral)
        ? value.multiply(BigDecimal.valueOf(unit / 10))
        : value;
  }

  private static boolean unitless(String numeral) {
    return numeral.chars().noneMatch(c -> UNITS.indexOf(c) >= 0);
  }

  private static BigDecimal digitByDigit(String numeral) {
    long value = 0;
    for (int i = 0; i < numeral.length(); i++) {
      value = value * 10 + DIGITS.indexOf(numeral.charAt(i));
    }
    return BigDecimal.valueOf(value);
  }
}
