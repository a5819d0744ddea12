package deskbell.understanding.entity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Numbers written in digits, in Chinese numerals or in English words. */
final class Numerals {
  /** Digits with optional thousands separators and decimals. */
  static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.\\d{1,4})?";

  /** Chinese numerals, also after digits: 三百二十, 1.5万, 二〇二六. */
  static final String CHINESE = "(?:" + DIGITS + "[十百千万]{1,2}|[零〇一二两俩三四五六七八九十百千万]{1,12})";

  /** English number words up to the thousands. */
  static final String ENGLISH = "(?:" + word() + "(?:(?:[ -]|\\sand\\s)" + word() + "){0,5})";

  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final String CHINESE_DIGITS = "零一二三四五六七八九";

  private Numerals() {}

  private static String word() {
    return "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
        + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
        + "|eighty|ninety|hundred|thousand)";
  }

  /** The number that a match of one of the patterns above stands for. */
  static Optional<BigDecimal> parse(String numeral) {
    var plain = numeral.replace(",", "").strip();
    if (plain.matches("\\d+(?:\\.\\d+)?")) {
      return Optional.of(new BigDecimal(plain));
    }
    return plain.codePoints().allMatch(c -> c < 128)
        ? english(plain.toLowerCase(Locale.ROOT))
        : chinese(plain);
  }

  /** The whole number that a numeral stands for; empty where it has decimals or is too large. */
  static Optional<Integer> whole(String numeral) {
    return parse(numeral)
        .filter(n -> n.stripTrailingZeros().scale() <= 0 && n.abs().longValue() <= 1_000_000)
        .map(BigDecimal::intValue);
  }

  private static Optional<BigDecimal> english(String words) {
    long total = 0;
    long group = 0;
    for (var word : words.split("[ \\-\\s]+")) {
      if (word.equals("hundred")) {
        group = Math.max(1, group) * 100;
      } else if (word.equals("thousand")) {
        total += Math.max(1, group) * 1000;
        group = 0;
      } else if (SMALL.contains(word)) {
        group += SMALL.indexOf(word);
      } else if (TENS.contains(word)) {
        group += TENS.indexOf(word) * 10L;
      } else if (!word.equals("and")) {
        return Optional.empty();
      }
    }
    return Optional.of(BigDecimal.valueOf(total + group));
  }

  private static Optional<BigDecimal> chinese(String numeral) {
    var plain = numeral.replace('〇', '零').replace('两', '二').replace('俩', '二');
    if (Character.isDigit(plain.charAt(0))) {
      return Optional.of(digitsWithUnit(plain));
    }
    boolean positional = plain.chars().noneMatch(c -> unit((char) c) > 1);
    return Optional.of(BigDecimal.valueOf(positional ? digitByDigit(plain) : inUnits(plain)));
  }

  private static BigDecimal digitsWithUnit(String numeral) {
    int end = numeral.length();
    long factor = 1;
    while (unit(numeral.charAt(end - 1)) > 1) {
      factor *= unit(numeral.charAt(--end));
    }
    return new BigDecimal(numeral.substring(0, end)).multiply(BigDecimal.valueOf(factor));
  }

  private static long digitByDigit(String numeral) {
    long value = 0;
    for (char c : numeral.toCharArray()) {
      value = value * 10 + CHINESE_DIGITS.indexOf(c);
    }
    return value;
  }

  /** 三百二十 = 320, 三百五 = 350, 一万二 = 12000. */
  private static long inUnits(String numeral) {
    long total = 0;
    long group = 0;
    long digit = -1;
    long lastUnit = 10;
    for (char c : numeral.toCharArray()) {
      long unit = unit(c);
      if (unit == 1) {
        digit = CHINESE_DIGITS.indexOf(c);
        lastUnit = c == '零' ? 10 : lastUnit;
      } else if (unit == 10_000) {
        total = (total + group + Math.max(0, digit)) * unit;
        group = 0;
        digit = -1;
        lastUnit = unit;
      } else {
        group += (digit < 0 ? 1 : digit) * unit;
        digit = -1;
        lastUnit = unit;
      }
    }
    return total + group + Math.max(0, digit) * (lastUnit / 10);
  }

  private static long unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      default -> 1;
    };
  }
}
