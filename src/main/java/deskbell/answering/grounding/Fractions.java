package deskbell.answering.grounding;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Halves, ordinals and "a week": what counts without a number word, written as digits. Runs after
 * {@link EnglishNumerals}.
 */
final class Fractions {
  private static final List<String> ORDINALS =
      List.of(
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth");
  private static final Pattern ORDINAL =
      Pattern.compile("\\b(" + String.join("|", ORDINALS) + ")s?\\b", Pattern.CASE_INSENSITIVE);
  private static final String UNIT = "(" + Units.OF_TIME + ")";

  /** A way of saying it, and the same in digits. */
  private record Rule(Pattern pattern, String digits) {
    static Rule of(String pattern, String digits) {
      return new Rule(
          Pattern.compile("(?<![\\w'])" + pattern + "(?![\\w'])", Pattern.CASE_INSENSITIVE),
          digits);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of("a quarter of an hour", "15 minutes"),
          Rule.of("(?:an?|one|1) " + UNIT + " and a half", "1.5 $1"),
          Rule.of("(?:one|1) and a half", "1.5"),
          Rule.of("(\\d+) and a half", "$1.5"),
          Rule.of("half[ -](?:an? )?" + UNIT, "0.5 $1"),
          Rule.of("(?:3|three)[ -]quarters", "75%"),
          Rule.of("a quarter", "25%"),
          Rule.of("half", "50%"),
          Rule.of("1⁄2|½", "50%"),
          Rule.of("an? ((?:full |whole )?)" + UNIT, "1 $1$2"),
          Rule.of("((?:the|your|every|each|a|our|my)) first", "$1 1st"),
          Rule.of("((?:the|your|every|each|a|our|my)) second", "$1 2nd"));

  private Fractions() {}

  /** The text with digits for them. */
  static String digits(String text) {
    var digits = text;
    for (var rule : RULES) {
      digits = rule.pattern().matcher(digits).replaceAll(rule.digits());
    }
    return ORDINAL.matcher(digits).replaceAll(Fractions::ordinal);
  }

  private static String ordinal(MatchResult hit) {
    return ORDINALS.indexOf(hit.group(1).toLowerCase(Locale.ROOT)) + 3 + "th";
  }
}
