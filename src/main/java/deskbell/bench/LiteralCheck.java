package deskbell.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a text holds something that its facts don't hold letter for letter: digits, number words,
 * large words. Made without the answering room's own check, to judge it: it knows no units and no
 * synonyms, so that it objects rather too often. Pure.
 */
final class LiteralCheck {
  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,:/-]\\d+)*");
  private static final Pattern NUMERALS = Pattern.compile("[二两三四五六七八九十百千万亿]+");
  private static final List<String> WORDS =
      List.of(
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
          "fifteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "thousand",
          "dozen",
          "fortnight",
          "half",
          "twice",
          "third");
  private static final Pattern WORD =
      Pattern.compile("\\b(?:" + String.join("|", WORDS) + ")\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern LARGE =
      Pattern.compile(
          "(?<=[a-z0-9,] )\\p{Lu}\\p{IsLatin}+(?![\\p{L}\\d])"
              + "|(?<=\\p{IsHan} ?)[A-Za-z]{2,}(?![A-Za-z\\d])");
  private static final Pattern SIGN = Pattern.compile("[£€$¥%]|https?|@");

  private LiteralCheck() {}

  /** The first thing in a text that its facts do not hold. */
  static Optional<String> invented(String text, String facts) {
    var held = facts.toLowerCase(Locale.ROOT);
    return Stream.of(DIGITS, NUMERALS, WORD, LARGE, SIGN)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(MatchResult::group)
        .filter(said -> !holds(held, said.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static boolean holds(String facts, String said) {
    var alone = "(?<![\\p{Nd}a-z])" + Pattern.quote(said) + "(?![\\p{Nd}a-z])";
    return Character.isLetterOrDigit(said.charAt(0))
        ? Pattern.compile(alone).matcher(facts).find() || codeHolds(facts, said)
        : facts.contains(said);
  }

  /** Digits within a code are held where no other digits touch them. */
  private static boolean codeHolds(String facts, String said) {
    return Character.isDigit(said.charAt(0))
        && Pattern.compile("(?<!\\d)" + Pattern.quote(said) + "(?!\\d)").matcher(facts).find();
  }
}
