package deskbell.understanding.entity;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers written in digits, in Chinese numerals or in English words. */
final class Numerals {
  /** Digits with optional thousands separators and decimals. */
  static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.\\d{1,4})?";

  /** Chinese numerals, also after digits: 三百二十, 1.5万, 二〇二六. */
  static final String CHINESE = "(?:" + DIGITS + "[十百千万]{1,2}|[零〇一二两俩三四五六七八九十百千万]{1,12})";

  /** English number words up to the thousands. */
  static final String ENGLISH =
      "(?:" + EnglishNumerals.ANY + "(?:(?:[ -]|\\sand\\s)" + EnglishNumerals.ANY + "){0,5})";

  private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(1_000_000);

  private Numerals() {}

  /** The number that a match of one of the patterns above stands for. */
  static BigDecimal parse(String numeral) {
    var plain = numeral.replace(",", "").strip().toLowerCase(Locale.ROOT);
    if (PLAIN.matcher(plain).matches()) {
      return new BigDecimal(plain);
    }
    return plain.chars().allMatch(c -> c < 128)
        ? EnglishNumerals.parse(plain)
        : ChineseNumerals.parse(plain);
  }

  /** The whole number that a numeral stands for; empty where it has decimals or is too large. */
  static Optional<Integer> whole(String numeral) {
    return Optional.of(parse(numeral))
        .filter(n -> n.stripTrailingZeros().scale() <= 0 && n.compareTo(LARGEST_WHOLE) <= 0)
        .map(BigDecimal::intValue);
  }
}
