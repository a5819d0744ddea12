package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sizes of clothes and shoes; the value is {@code XS} … {@code XXL} or the number. */
final class Sizes implements Finder {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("extra small", "XS"),
          Map.entry("small", "S"),
          Map.entry("medium", "M"),
          Map.entry("large", "L"),
          Map.entry("extra large", "XL"),
          Map.entry("2xl", "XXL"),
          Map.entry("3xl", "XXXL"),
          Map.entry("小", "S"),
          Map.entry("中", "M"),
          Map.entry("大", "L"),
          Map.entry("加小", "XS"),
          Map.entry("加大", "XL"),
          Map.entry("特大", "XL"),
          Map.entry("加加大", "XXL"),
          Map.entry("特小", "XS"));

  private static final String LETTERS = "xxs|xs|s|m|l|xl|xxl|xxxl|2xl|3xl";
  private static final String WORDS = "extra small|small|medium|extra large|large";
  private static final String SHOE = "(?:3[4-9]|4[0-9])(?:\\.5)?";

  private static final List<Pattern> PATTERNS =
      List.of(
          pattern(Scan.LEFT + "(xxs|xs|xl|xxl|xxxl|2xl|3xl|extra small|extra large)" + Scan.RIGHT),
          pattern(
              "(?:\\bsizes?|尺码|尺寸)\\s?(?:is|:|是|为|选)?\\s?(?:uk|eu)?\\s?("
                  + LETTERS
                  + "|"
                  + WORDS
                  + "|\\d{1,2}(?:\\.5)?)(?![A-Za-z0-9%]|\\s?(?:cm|x|×))"),
          pattern(Scan.LEFT + "(" + LETTERS + "|" + WORDS + ")[ -]size\\b"),
          pattern(Scan.LEFT + "(" + LETTERS + ")\\s?[码号]"),
          pattern("(?<!\\d)(" + SHOE + ")\\s?[码号]"),
          pattern("\\b(?:eu|uk)\\s?(" + SHOE + "|[3-9]|1\\d|2[0-4])(?!\\d)"),
          pattern("(?:穿|脚)(" + SHOE + ")(?![\\d.])"),
          pattern("(加加大|加大|加小|特大|特小)[码号]?"),
          pattern("([大中小])码"),
          pattern("(?<![特加最])([大中小])号(?!码)"),
          Pattern.compile("\\b(?:in|an?|the|to|from|for)\\s([SML])" + Scan.RIGHT + "(?!['’])"),
          pattern("\\b(?:in|in a|an?)\\s(medium)(?=$|[.,?!]|\\splease|\\sinstead)"),
          pattern("^\\s{0,8}(" + LETTERS + "|" + WORDS + "|" + SHOE + ")[\\s.。]{0,8}$"));

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    var found = new ArrayList<Match>();
    for (var pattern : PATTERNS) {
      found.addAll(Scan.all(pattern, 1, reading.text(), EntityType.SIZE, Sizes::value));
    }
    return found;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Scan.ANY_CASE);
  }

  private static Optional<String> value(MatchResult hit) {
    var written = hit.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(NAMES.getOrDefault(written, written.toUpperCase(Locale.ROOT)));
  }
}
