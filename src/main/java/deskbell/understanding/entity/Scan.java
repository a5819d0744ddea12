package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Runs a pattern over a text and turns its hits into matches. */
final class Scan {
  /** Upper and lower case of ASCII alike; no pattern here has letters of another alphabet. */
  static final int ANY_CASE = Pattern.CASE_INSENSITIVE;

  /** Not directly after, or before, an ASCII letter or digit; Han characters may touch. */
  static final String LEFT = "(?<![A-Za-z0-9])";

  static final String RIGHT = "(?![A-Za-z0-9])";

  private Scan() {}

  /** A match for each hit whose value can be read. */
  static List<Match> all(
      Pattern pattern,
      String text,
      EntityType type,
      Function<MatchResult, Optional<String>> value) {
    return all(pattern, 0, text, type, value);
  }

  /** The same with a span that covers only one group of the hit. */
  static List<Match> all(
      Pattern pattern,
      int group,
      String text,
      EntityType type,
      Function<MatchResult, Optional<String>> value) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return List.of();
    }
    var matches = new ArrayList<Match>();
    do {
      var start = matcher.start(group);
      var end = matcher.end(group);
      if (start >= 0) {
        value
            .apply(matcher.toMatchResult())
            .ifPresent(read -> matches.add(new Match(type, read, start, end)));
      }
    } while (matcher.find());
    return matches;
  }

  /** The ASCII digits of a text. */
  static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
