package deskbell.shop.sizing;

import deskbell.conversation.Language;
import deskbell.shop.sizing.Measures.Reading;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads measures in a shopper's own words, metric and imperial, in English and Chinese. What was
 * read is taken out of the text before the next rule, the surest first, so that no number counts
 * twice. Belongs to one text. Long because each way to write a measure has its rule.
 */
public final class MeasureReader {
  private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{1,2})?)";
  private static final String LENGTH = "\\s*(cm|厘米|公分|mm|毫米|inch(?:es)?|in\\b|\"|英寸|寸)?";
  private static final String TO = "[^0-9]{0,12}?";
  private static final String CHEST = "(?:chest|bust|胸围)";
  private static final String WAIST = "(?:waist|腰围)";
  private static final String NUMERAL = "[零一二三四五六七八九]";

  /** A number below this that is said of a girth without a unit is in inches. */
  private static final double FEWEST_CM = 55;

  /** A weight from here on that is said in Chinese without a unit is in 斤. */
  private static final double MOST_KG = 85;

  private static final Pattern HABIT =
      Pattern.compile("usual|normal|always|generally|mostly|平时|平常|一般|通常|往常|一直|常穿");

  private static final Pattern LETTERS =
      Pattern.compile(
          "(?<![a-z0-9.'])(xxs|xs|s|m|l|xl|xxl|2xl|xxxl|3xl)(?![a-z0-9'])"
              + "|\\b(extra small|extra large|small|medium|large)\\b|([大中小]|加大)[码号]");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("2xl", "XXL"),
          Map.entry("3xl", "XXXL"),
          Map.entry("extra small", "XS"),
          Map.entry("small", "S"),
          Map.entry("medium", "M"),
          Map.entry("large", "L"),
          Map.entry("extra large", "XL"),
          Map.entry("小", "S"),
          Map.entry("中", "M"),
          Map.entry("大", "L"),
          Map.entry("加大", "XL"));

  private record Rule(
      Measure measure, Pattern pattern, Function<MatchResult, Optional<Reading>> read) {}

  private static final List<Rule> BODY =
      List.of(
          girth(Measure.CHEST, "(?:三围|measurements?)" + TO + "(\\d{2,3})(?=\\D{1,3}\\d{2,3}\\D)"),
          rule(Measure.WAIST, "腰围" + TO + "([1-3])\\s*尺\\s*(\\d)?", MeasureReader::chi),
          rule(Measure.CHEST, "胸围" + TO + "([1-4])\\s*尺\\s*(\\d)?", MeasureReader::chi),
          girth(Measure.CHEST, CHEST + TO + NUMBER + LENGTH),
          girth(Measure.CHEST, NUMBER + LENGTH + "[\\s-]{0,2}" + CHEST),
          girth(Measure.WAIST, WAIST + TO + NUMBER + LENGTH),
          girth(Measure.WAIST, NUMBER + LENGTH + "[\\s-]{0,2}" + WAIST),
          rule(
              Measure.HEIGHT,
              "(?<![\\d.])([4-7])\\s*(?:'|ft\\b\\.?|feet|foot)\\s*(1[01]|\\d)?(?:\\.5)?(?!\\d)"
                  + "\\s*(?:\"|''|in(?:ch(?:es)?)?\\b)?",
              MeasureReader::feet),
          rule(
              Measure.HEIGHT,
              "(?<![\\d.])([12一两])\\s*(?:m|米)\\s*(\\d{1,2}|" + NUMERAL + "{1,2})?(?![\\d.a-z])",
              MeasureReader::metres),
          rule(
              Measure.HEIGHT,
              "(?<![\\d.])(1\\.[3-9]\\d?|2\\.[01]\\d?)\\s*(?:m\\b|米)?(?![\\d.])",
              hit -> counted(hit, 100, Unit.CM)),
          rule(
              Measure.WEIGHT,
              NUMBER + "\\s*(?:st|stone)\\b\\s*(?:(\\d{1,2})\\s*(?:lbs?|pounds?)?\\b)?",
              MeasureReader::stone),
          weight("\\s*(?:kgs?\\b|kilo\\w*|公斤|千克)", Unit.KG),
          weight("\\s*斤", Unit.JIN),
          weight("\\s*(?:lbs?\\b|pounds?)", Unit.POUND),
          rule(
              Measure.HEIGHT,
              "(?:height|tall|身高|高)" + TO + "(\\d{3}(?:\\.\\d)?)\\s*(?:cm|厘米|公分)?",
              hit -> counted(hit, 1, Unit.CM)),
          rule(
              Measure.HEIGHT,
              "(?<![\\d.])(1[2-9]\\d|2[01]\\d)(?:\\.\\d)?\\s*(?:cm|厘米|公分|高)",
              hit -> counted(hit, 1, Unit.CM)));

  private static final List<Rule> FEET =
      List.of(
          rule(
              Measure.FOOT,
              "(?:foot|feet|脚长|脚)" + TO + NUMBER + LENGTH,
              hit -> length(hit, Unit.CM)),
          rule(Measure.FOOT, NUMBER + "\\s*(cm|厘米|公分|mm|毫米)", hit -> length(hit, Unit.CM)),
          rule(
              Measure.UK,
              "\\buk\\s*(?:size\\s*)?"
                  + NUMBER
                  + "|\\b(?:an?|size|take|wear)\\s"
                  + NUMBER
                  + "(?![\\d.]|\\s*(?:cm|mm))",
              MeasureReader::number));

  private static final List<Rule> CLOTHES =
      List.of(
          rule(
              Measure.UK,
              "\\buk\\s*(?:size\\s*)?" + NUMBER + "|\\b(?:an?|size|wear)\\s(\\d{1,2})(?![\\d.'\"])",
              MeasureReader::number));

  /** 178/75, 165，110: a height and a weight without units. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![\\d.])(1[3-9]\\d|20\\d)\\s*(?:[/,，、和;；-]|and|\\s)\\s*(\\d{2,3}(?:\\.\\d)?)(?![\\d.])");

  private static final Pattern ALONE = Pattern.compile("(?<![\\d.])(1[3-9]\\d|20\\d)(?![\\d.])");
  private static final Pattern LABELLED_WEIGHT =
      Pattern.compile("(?:weight|weigh|体重|重)" + TO + "(\\d{2,3}(?:\\.\\d)?)");
  private static final Pattern LONE_GIRTH =
      Pattern.compile("(?<![\\d.])" + NUMBER + "\\s*(cm|厘米|公分|inch(?:es)?|in\\b|\"|英寸|寸)");
  private static final Pattern SHOE =
      Pattern.compile("(?<![\\d.])(3[4-9](?:\\.5)?|4[0-9](?:\\.5)?)(?![\\d.]|\\s*(?:kg|cm))");

  private static final Pattern BARE = Pattern.compile("^\\D*" + NUMBER + "\\D*$");
  private static final Pattern BARE_UK = Pattern.compile("^\\D*(1?\\d(?:\\.5)?)\\D*$");

  private final SizeChart chart;
  private final Map<Measure, Reading> known = new EnumMap<>(Measure.class);
  private final boolean chinese;
  private String rest;

  private MeasureReader(String text, SizeChart chart, Language language) {
    this.chart = chart;
    this.rest = Numerals.inDigits(plain(text));
    this.chinese = language == Language.ZH;
  }

  /**
   * What a text says.
   *
   * @param asked whether it answers the question for measures; otherwise a size in it counts as the
   *     usual one only where it says so
   */
  public static Measures read(String text, SizeChart chart, Language language, boolean asked) {
    var reader = new MeasureReader(text, chart, language);
    boolean shoes = chart.has(Measure.FOOT);
    (shoes ? FEET : BODY).forEach(reader::take);
    if (!shoes) {
      reader.pair();
      reader.loneGirth();
      CLOTHES.forEach(reader::take);
    }
    if (asked) {
      reader.bare();
    }
    boolean habit = asked || HABIT.matcher(plain(text)).find();
    return new Measures(
        reader.known, habit ? reader.usual(shoes ? SHOE : LETTERS) : Optional.empty());
  }

  private void take(Rule rule) {
    var hit = rule.pattern().matcher(rest);
    if (!known.containsKey(rule.measure()) && hit.find()) {
      var found = hit.toMatchResult();
      rule.read()
          .apply(found)
          .filter(reading -> rule.measure().plausible(reading.value()))
          .ifPresent(reading -> keep(rule.measure(), reading, found));
    }
  }

  private void keep(Measure measure, Reading reading, MatchResult hit) {
    known.put(measure, reading);
    rest = rest.substring(0, hit.start()) + " ; " + rest.substring(hit.end());
  }

  /** Numbers without units: height and weight together, or what of them is still unknown. */
  private void pair() {
    var labelled = LABELLED_WEIGHT.matcher(rest);
    if (!known.containsKey(Measure.WEIGHT) && labelled.find()) {
      keep(Measure.WEIGHT, weighed(labelled.group(1)), labelled.toMatchResult());
    }
    var pair = PAIR.matcher(rest);
    if (!known.containsKey(Measure.HEIGHT) && !known.containsKey(Measure.WEIGHT) && pair.find()) {
      known.put(Measure.HEIGHT, Reading.of(Double.parseDouble(pair.group(1)), Unit.CM));
      keep(Measure.WEIGHT, weighed(pair.group(2)), pair.toMatchResult());
    }
    var alone = ALONE.matcher(rest);
    if (!known.containsKey(Measure.HEIGHT) && alone.find()) {
      var height = Reading.of(Double.parseDouble(alone.group(1)), Unit.CM);
      keep(Measure.HEIGHT, height, alone.toMatchResult());
    }
  }

  private Reading weighed(String number) {
    double count = Double.parseDouble(number);
    return Reading.of(count, chinese && count > MOST_KG ? Unit.JIN : Unit.KG);
  }

  /** A length without a name is the girth that the chart begins with. */
  private void loneGirth() {
    var first = chart.first();
    if (Measure.BODY.contains(first) && Measure.BODY.stream().noneMatch(known::containsKey)) {
      take(new Rule(first, LONE_GIRTH, hit -> length(hit, Unit.CM)));
    }
  }

  /** A single number where one measure was asked for: a waist, the length of a foot, a UK size. */
  private void bare() {
    var first = chart.first();
    if (first != Measure.CHEST) {
      take(
          new Rule(first, BARE, hit -> length(hit, first == Measure.WAIST ? waist(hit) : Unit.CM)));
    }
    if (first == Measure.FOOT && !known.containsKey(first)) {
      take(new Rule(Measure.UK, BARE_UK, MeasureReader::one));
    }
  }

  private static Optional<Reading> one(MatchResult hit) {
    return counted(hit, 1, Unit.NUMBER);
  }

  private static Unit waist(MatchResult hit) {
    return Double.parseDouble(hit.group(1)) < FEWEST_CM ? Unit.INCH : Unit.CM;
  }

  /** The one size that the rest of the text names. */
  private Optional<String> usual(Pattern sizes) {
    var named = sizes.matcher(rest).results().map(MatchResult::group).distinct().toList();
    return Optional.of(named)
        .filter(one -> one.size() == 1)
        .map(one -> one.getFirst().replaceAll("[码号]$", ""))
        .map(size -> NAMES.getOrDefault(size, size.toUpperCase(Locale.ROOT)));
  }

  private static Rule rule(
      Measure measure, String pattern, Function<MatchResult, Optional<Reading>> read) {
    return new Rule(measure, Pattern.compile(pattern), read);
  }

  private static Rule girth(Measure measure, String pattern) {
    return rule(
        measure,
        pattern,
        hit -> length(hit, Double.parseDouble(hit.group(1)) < FEWEST_CM ? Unit.INCH : Unit.CM));
  }

  private static Rule weight(String unitWords, Unit unit) {
    return rule(Measure.WEIGHT, "(?<![\\d.])" + NUMBER + unitWords, hit -> counted(hit, 1, unit));
  }

  private static Optional<Reading> counted(MatchResult hit, double times, Unit unit) {
    return Optional.of(Reading.of(Double.parseDouble(hit.group(1)) * times, unit));
  }

  private static Optional<Reading> number(MatchResult hit) {
    var digits = hit.group(1) == null ? hit.group(2) : hit.group(1);
    return Optional.of(Reading.of(Double.parseDouble(digits), Unit.NUMBER));
  }

  /** A length in the unit that is said, else in this one. */
  private static Optional<Reading> length(MatchResult hit, Unit otherwise) {
    double count = Double.parseDouble(hit.group(1));
    var said = hit.groupCount() < 2 || hit.group(2) == null ? "" : hit.group(2);
    return Optional.of(
        switch (said) {
          case "" ->
              count > 100 && otherwise == Unit.CM
                  ? millimetres(count)
                  : Reading.of(count, otherwise);
          case "mm", "毫米" -> Reading.of(count / 10, Unit.CM);
          case "cm", "厘米", "公分" -> Reading.of(count, Unit.CM);
          default -> Reading.of(count, Unit.INCH);
        });
  }

  /** 245 of a foot are millimetres, 104 of a chest are not. */
  private static Reading millimetres(double count) {
    return Reading.of(count >= 180 ? count / 10 : count, Unit.CM);
  }

  private static Optional<Reading> chi(MatchResult hit) {
    double tenths = hit.group(2) == null ? 0 : Double.parseDouble(hit.group(2)) / 10;
    return Optional.of(Reading.of(Double.parseDouble(hit.group(1)) + tenths, Unit.CHI));
  }

  private static Optional<Reading> feet(MatchResult hit) {
    double inches = hit.group(2) == null ? 0 : Double.parseDouble(hit.group(2));
    return Optional.of(Reading.of(Double.parseDouble(hit.group(1)) + inches / 12, Unit.FOOT));
  }

  private static Optional<Reading> stone(MatchResult hit) {
    double pounds = hit.group(2) == null ? 0 : Double.parseDouble(hit.group(2));
    return Optional.of(Reading.of(Double.parseDouble(hit.group(1)) + pounds / 14, Unit.STONE));
  }

  private static Optional<Reading> metres(MatchResult hit) {
    var more = Optional.ofNullable(hit.group(2)).map(Numerals::digits).orElse("");
    var whole = hit.group(1).equals("1") || hit.group(1).equals("一") ? "1" : "2";
    return Optional.of(Reading.of(Double.parseDouble(whole + "." + more + "0") * 100, Unit.CM));
  }

  /** Small letters, one width, straight quotes. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[‘’′´`]", "'")
        .replaceAll("[“”″]", "\"");
  }
}
