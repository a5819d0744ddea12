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

  private static final List<Needs.Form> FORMS =
      List.of(
          Needs.LATIN.form(
              Scan.LEFT + "(xxs|xs|xl|xxl|xxxl|2xl|3xl|extra small|extra large)" + Scan.RIGHT),
          Needs.NOTHING.form(
              "(?:\\bsizes?|尺码|尺寸)\\s?(?:is|:|是|为|选)?\\s?(?:uk|eu)?\\s?("
                  + LETTERS
                  + "|"
                  + WORDS
                  + "|\\d{1,2}(?:\\.5)?)(?![A-Za-z0-9%]|\\s?(?:cm|x|×))"),
          Needs.LATIN.form("(?<!['’])" + Scan.LEFT + "(" + LETTERS + "|" + WORDS + ")[ -]size\\b"),
          Needs.HAN.form(Scan.LEFT + "(" + LETTERS + ")\\s?[码号]"),
          Needs.HAN.form("(?<!\\d)(" + SHOE + ")\\s?[码号]"),
          Needs.LATIN.form("\\b(?:eu|uk)\\s?(" + SHOE + "|[3-9]|1\\d|2[0-4])(?!\\d)"),
          Needs.HAN.form("(?:穿|脚)(" + SHOE + ")(?![\\d.])"),
          Needs.HAN.form("(加加大|加大|加小|特大|特小)[码号]?"),
          Needs.HAN.form("([大中小])码"),
          Needs.HAN.form("(?<![特加最])([大中小])号(?!码)"),
          new Needs.Form(
              Needs.LATIN,
              Pattern.compile("\\b(?:in|an?|the|to|from|for)\\s([SML])" + Scan.RIGHT + "(?!['’])")),
          Needs.LATIN.form("\\b(?:in|in a|an?)\\s(medium)(?=$|[.,?!]|\\splease|\\sinstead)"),
          Needs.NOTHING.form("^\\s{0,8}(" + LETTERS + "|" + WORDS + "|" + SHOE + ")[\\s.。]{0,8}$"));

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    var found = new ArrayList<Match>();
    for (var form : FORMS) {
      if (form.fits(reading)) {
        found.addAll(Scan.all(form.pattern(), 1, reading.text(), EntityType.SIZE, Sizes::value));
      }
    }
    return found;
  }

  private static Optional<String> value(MatchResult hit) {
    var written = hit.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(NAMES.getOrDefault(written, written.toUpperCase(Locale.ROOT)));
  }
}
