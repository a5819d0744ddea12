package deskbell.answering.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** English words for numbers, written as digits: {@code twenty-five} becomes {@code 25}. */
final class EnglishNumerals {
  private static final List<String> UNITS =
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
      List.of(
          "-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Double> MULTIPLES =
      Map.of(
          "couple", 2.0, "dozen", 12.0, "hundred", 1e2, "thousand", 1e3, "k", 1e3, "million", 1e6);

  private static final String DIGIT = "(?:" + String.join("|", UNITS.subList(0, 10)) + ")";
  private static final String UNIT = "(?:" + String.join("|", UNITS.reversed()) + ")";
  private static final String SMALL =
      "(?:(?:" + String.join("|", TENS.subList(2, 10)) + ")(?:[\\s-]+" + UNIT + ")?|" + UNIT + ")";
  private static final String HUNDREDS =
      "(?:(?:(?:an?|" + SMALL + ")[\\s-]+)?hundreds?(?:[\\s-]+(?:and\\s+)?" + SMALL + ")?)";
  private static final String WHOLE =
      "(?:(?:(?:(?:an?|"
          + HUNDREDS
          + "|"
          + SMALL
          + ")[\\s-]+)?(?:thousand|million)s?"
          + "(?:,?\\s+(?:and\\s+)?(?:"
          + HUNDREDS
          + "|"
          + SMALL
          + "))?)|"
          + HUNDREDS
          + "|"
          + SMALL
          + ")";
  private static final Pattern SPELLED =
      pattern("(?<!point\\s)" + DIGIT + "(?:[\\s-]+" + DIGIT + ")+");
  private static final Pattern NUMBER = pattern(WHOLE + "(?:\\s+point(?:\\s+" + DIGIT + ")+)?");
  private static final Pattern MULTIPLE =
      pattern("(\\d+(?:[.,]\\d+)*|an?)\\s*(k|hundred|thousand|million|dozen|couple)s?(?:\\s+of)?");

  /** What "one" stands for nothing after, and before. */
  private static final Pattern ONE =
      pattern(
          "(?<!\\b(?:the|this|that|which|no|any|every|each|another|other|new|right|wrong|same|"
              + "larger|smaller|cheaper|first|last|next|only)\\s)one(?=[\\s-]+(?!(?:of|or|that|"
              + "which|who|you|we|is|was|has|and|from|in|on|at|by|for|to|with|as|if|it|can|"
              + "another)\\b)[a-z])");

  private static final Pattern TWICE = pattern("twice");
  private static final Pattern THRICE = pattern("thrice");

  private EnglishNumerals() {}

  private static Pattern pattern(String words) {
    return Pattern.compile("(?<![\\w'])" + words + "(?![\\w'])", Pattern.CASE_INSENSITIVE);
  }

  /** The text with digits for number words. "One" stays where it counts nothing. */
  static String digits(String text) {
    var counted = THRICE.matcher(TWICE.matcher(text).replaceAll("2 times")).replaceAll("3 times");
    var spelled = SPELLED.matcher(counted).replaceAll(EnglishNumerals::spelled);
    var whole = NUMBER.matcher(spelled).replaceAll(EnglishNumerals::whole);
    var ones = ONE.matcher(whole).replaceAll("1");
    return MULTIPLE.matcher(ones).replaceAll(EnglishNumerals::multiple);
  }

  private static String spelled(MatchResult hit) {
    var digits = new StringBuilder();
    for (var word : words(hit.group())) {
      digits.append(UNITS.indexOf(word));
    }
    return digits.toString();
  }

  private static String whole(MatchResult hit) {
    if (hit.group().equalsIgnoreCase("one")) {
      return hit.group();
    }
    var parts = hit.group().toLowerCase(Locale.ROOT).split("\\s+point\\s+", 2);
    var number = new StringBuilder(Amount.plain(value(words(parts[0]))));
    if (parts.length == 2) {
      number.append('.');
      words(parts[1]).forEach(word -> number.append(UNITS.indexOf(word)));
    }
    return number.toString();
  }

  private static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split("[\\s,-]+"));
  }

  private static double value(List<String> words) {
    double total = 0;
    double current = 0;
    for (var word : words) {
      var bare = word.matches(".*(hundred|thousand|million)s") ? chopped(word) : word;
      if (bare.equals("hundred")) {
        current = Math.max(1, current) * 100;
      } else if (MULTIPLES.containsKey(bare)) {
        total += Math.max(1, current) * MULTIPLES.get(bare);
        current = 0;
      } else {
        current += Math.max(UNITS.indexOf(bare), 0) + 10 * Math.max(TENS.indexOf(bare), 0);
      }
    }
    return total + current;
  }

  private static String chopped(String word) {
    return word.substring(0, word.length() - 1);
  }

  private static String multiple(MatchResult hit) {
    var counted = hit.group(1);
    double times = Character.isDigit(counted.charAt(0)) ? Amount.of(counted) : 1;
    return Amount.plain(times * MULTIPLES.get(hit.group(2).toLowerCase(Locale.ROOT)));
  }
}
