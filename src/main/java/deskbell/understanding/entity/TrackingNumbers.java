package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parcel numbers: forms that a carrier owns, and long numbers beside a carrier's name or a word for
 * tracking. The value has no separators and is in upper case.
 */
final class TrackingNumbers implements Finder {
  /** Of the shortest form, the postal one. */
  private static final int FEWEST_DIGITS = 9;

  /** S10 of the Universal Postal Union, Royal Mail's among them: AB123456789GB. */
  private static final Pattern POSTAL =
      Pattern.compile(
          Scan.LEFT
              + "[A-Z]{2} ?\\d(?:[ -]?\\d){8} ?(?:GB|CN|HK|MO|IE|DE|FR|NL|BE|ES|IT|CH|NO|US|JP)"
              + Scan.RIGHT,
          Scan.ANY_CASE);

  /** 顺丰 SF, 圆通 YT, 极兔 JT, 京东 JD, Yodel JD, 中通 ZTO, 申通 STO. */
  private static final Pattern WITH_LETTERS =
      Pattern.compile(
          Scan.LEFT + "(?:SF|YT|JT|JD|JDVA|ZTO|STO)[ -]?\\d(?:[ -]?\\d){11,17}" + Scan.RIGHT,
          Scan.ANY_CASE);

  /** DPD's fourteen digits. */
  private static final Pattern FOURTEEN =
      Pattern.compile(Scan.LEFT + "\\d{4} ?\\d{4} ?\\d{4} ?\\d{2}" + Scan.RIGHT);

  private static final Pattern AFTER_A_NAME =
      Pattern.compile(
          "(?:tracking|parcel (?:no|num)|consignment|运单|(?<!订)单号|中通|zto|顺丰|圆通|申通|韵达|极兔"
              + "|\\bdpd\\b|royal mail|yodel|\\bevri\\b|inpost)"
              + "[^\\d\\n]{0,14}?(\\d(?:[ -]?\\d){9,19})"
              + Scan.RIGHT,
          Scan.ANY_CASE);

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    if (reading.digits() < FEWEST_DIGITS) {
      return List.of();
    }
    var found = new ArrayList<Match>();
    for (var pattern : List.of(POSTAL, WITH_LETTERS, FOURTEEN)) {
      found.addAll(matches(pattern, 0, reading.text()));
    }
    found.addAll(matches(AFTER_A_NAME, 1, reading.text()));
    return found;
  }

  private static List<Match> matches(Pattern pattern, int group, String text) {
    return Scan.all(
        pattern,
        group,
        text,
        EntityType.TRACKING_NUMBER,
        hit -> Optional.of(hit.group(group).replaceAll("[ -]", "").toUpperCase(Locale.ROOT)));
  }
}
