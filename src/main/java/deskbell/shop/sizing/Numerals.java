package deskbell.shop.sizing;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Chinese numerals as far as weights and heights need them. Pure. */
final class Numerals {
  private static final String DIGITS = "零一二三四五六七八九";

  /** 一百二, 一百零五, 九十二 before a unit of weight. */
  private static final Pattern WEIGHT =
      Pattern.compile(
          "(?:(?<hundred>[一两二])百)?零?(?:(?<ten>[一二三四五六七八九])(?<tens>十)?)?"
              + "(?<one>[一二三四五六七八九])?(?=\\s*(?:公斤|斤|千克))");

  private Numerals() {}

  /** A text in which the numbers before units of weight are digits. */
  static String inDigits(String text) {
    return WEIGHT.matcher(text).replaceAll(Numerals::weight);
  }

  private static String weight(MatchResult hit) {
    if (hit.group().isEmpty()) {
      return "";
    }
    boolean hundreds = hit.group("hundred") != null;
    int ten = value(hit.group("ten"));
    // 一百二 is 120, but 一百零五 is 105
    boolean tens = hit.group("tens") != null || (hundreds && !hit.group().contains("零"));
    int sum = (hundreds ? 100 * Math.min(2, value(hit.group("hundred"))) : 0);
    return Integer.toString(sum + (tens ? 10 * ten : ten) + value(hit.group("one")));
  }

  /** Each numeral as its digit: 六五 is 65. */
  static String digits(String numerals) {
    return numerals
        .chars()
        .collect(StringBuilder::new, Numerals::digit, StringBuilder::append)
        .toString();
  }

  private static void digit(StringBuilder digits, int numeral) {
    int value = DIGITS.indexOf(numeral);
    digits.append(value >= 0 ? Integer.toString(value) : Character.toString(numeral));
  }

  private static int value(String numeral) {
    return numeral == null ? 0 : numeral.equals("两") ? 2 : DIGITS.indexOf(numeral);
  }
}
