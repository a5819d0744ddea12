package deskbell.answering.grounding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads times of day: 17:00, 5 pm, 下午5点半, noon. Runs after numerals are digits. */
final class Hours {
  private static final int NOON = 12;
  private static final int HOUR = 60;
  private static final String HALF = "(?: ?([ap])\\.?m\\.?(?![a-z]))";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\w:.])(\\d{1,2}):(\\d{2})(?::\\d{2})?" + HALF + "?(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENGLISH =
      Pattern.compile("(?<![\\w:])(\\d{1,2})(?:\\.(\\d{2}))?" + HALF, Pattern.CASE_INSENSITIVE);
  private static final Pattern SHARED =
      Pattern.compile(
          "(?<![\\w:.£€¥$])(\\d{1,2})(?= ?(?:[-–]|to) ?\\d{1,2}(?:[.:]\\d{2})?" + HALF + ")",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern O_CLOCK =
      Pattern.compile("(?<!\\w)(\\d{1,2}) o'clock", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE =
      Pattern.compile(
          "(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚|早)?(\\d{1,2})[点时](?!间)(?:(半)|(?:过?(\\d{1,2})分?))?");
  private static final Pattern NAMED =
      Pattern.compile("(?<!\\w)(?:noon|midday|midnight)(?!\\w)|正午|午夜|半夜", Pattern.CASE_INSENSITIVE);

  private Hours() {}

  /** Takes every time of day. */
  static void take(Page page) {
    var text = page.rest();
    page.take(CLOCK, hit -> clock(hit, text));
    page.take(SHARED, hit -> time(hit, hit.group(1), null, hit.group(2)));
    page.take(ENGLISH, hit -> time(hit, hit.group(1), hit.group(2), hit.group(3)));
    page.take(O_CLOCK, hit -> time(hit, hit.group(1), null, null));
    page.take(CHINESE, Hours::chinese);
    page.take(NAMED, Hours::named);
  }

  private static Optional<Claim> time(MatchResult hit, String hours, String minutes, String half) {
    int hour = Integer.parseInt(hours);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (half == null) {
      return at(hit, hour, minute);
    }
    boolean evening = half.equalsIgnoreCase("p");
    return at(hit, hour % NOON + (evening ? NOON : 0), minute);
  }

  private static Optional<Claim> clock(MatchResult hit, String text) {
    var strange = Units.ALL.strange(text, hit.end());
    return strange.isEmpty()
        ? time(hit, hit.group(1), hit.group(2), hit.group(3))
        : Optional.of(Claim.of(hit.start(), hit.group(), "time " + hit.group() + strange));
  }

  private static Optional<Claim> chinese(MatchResult hit) {
    int hour = Integer.parseInt(hit.group(2));
    var part = hit.group(1) == null ? "" : hit.group(1);
    boolean evening = part.matches("下午|傍晚|晚上|晚") && hour < NOON;
    int minute =
        hit.group(3) != null ? HOUR / 2 : hit.group(4) == null ? 0 : Integer.parseInt(hit.group(4));
    return at(hit, hour + (evening ? NOON : 0), minute);
  }

  private static Optional<Claim> named(MatchResult hit) {
    var name = hit.group().toLowerCase(Locale.ROOT);
    return at(hit, name.matches("noon|midday|正午") ? NOON : 0, 0);
  }

  private static Optional<Claim> at(MatchResult hit, int hour, int minute) {
    return Optional.of(
        Claim.of(hit.start(), hit.group(), "time " + (hour * HOUR + minute) % (2 * NOON * HOUR)));
  }
}
