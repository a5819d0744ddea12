package deskbell.answering.grounding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads links, e-mail addresses, telephone numbers, codes and ordinals. */
final class Addresses {
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://|(?<![\\w.])www\\.)[^\\s\\u0001,;，。；）)]+"
              + "|(?<![\\w.@-])(?:[a-z0-9-]+\\.)+(?:com|co\\.uk|org|net|example|cn|uk|eu|shop|io)(?:/[^\\s\\u0001,;，。；）)]*)?(?![\\w-])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w.,])(?:\\+|\\(?0|\\d)[\\d ()-]{7,}\\d(?![\\w])");
  private static final Pattern LONG = Pattern.compile("(?<![\\w.,-])\\d{6,}(?![\\w])");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?<!\\w)(\\d+)(?:st|nd|rd|th)(?!\\w)|第 ?(\\d+)|首(?=单|次|件|笔|重|年|月)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\w])(?!(?i:us|gbp|usd|eur|cny|rmb)\\d)[A-Za-z]+(?:-[A-Za-z]+)*-?\\d[A-Za-z\\d]*(?:-[A-Za-z\\d]+)*");
  private static final Pattern LATE_CODE = Pattern.compile("(?<![\\w])\\d+[A-Za-z][A-Za-z\\d-]*");
  private static final int LEAST_DIGITS = 9;

  private Addresses() {}

  /** Takes links and addresses; before dates and numbers, which stand in some. */
  static void takeLinks(Page page) {
    page.take(EMAIL, hit -> claim(hit, "mail " + lower(hit)));
    page.take(LINK, hit -> claim(hit, "link " + bare(lower(hit))));
  }

  /** Takes telephone numbers, long numbers, ordinals and codes; after dates, before numbers. */
  static void takeCodes(Page page) {
    page.take(PHONE, Addresses::phone);
    page.take(LONG, hit -> claim(hit, "digits " + hit.group()));
    page.take(ORDINAL, Addresses::ordinal);
    page.take(CODE, hit -> claim(hit, "code " + lower(hit).replace("-", "")));
  }

  /** Takes what begins like a number and is none: {@code 2XL}. After numbers. */
  static void takeLateCodes(Page page) {
    page.take(LATE_CODE, hit -> claim(hit, "code " + lower(hit).replace("-", "")));
  }

  private static Optional<Claim> claim(MatchResult hit, String needs) {
    return Optional.of(Claim.of(hit.start(), hit.group(), needs));
  }

  private static String lower(MatchResult hit) {
    return hit.group().toLowerCase(Locale.ROOT);
  }

  private static String bare(String link) {
    return link.replaceAll("^(?:https?://)?(?:www\\.)?", "").replaceAll("[.,;:!?/]+$", "");
  }

  private static Optional<Claim> phone(MatchResult hit) {
    var digits = hit.group().replaceAll("^\\+44 ?(?:\\(0\\))?", "0").replaceAll("^\\+86", "");
    var bare = digits.replaceAll("\\D", "");
    boolean thousands = hit.group().matches("\\d{1,3}(?: \\d{3})+");
    return bare.length() < LEAST_DIGITS || thousands
        ? Optional.empty()
        : claim(hit, "digits " + bare);
  }

  private static Optional<Claim> ordinal(MatchResult hit) {
    var number = hit.group(1) == null ? hit.group(2) : hit.group(1);
    return claim(hit, "ordinal " + (number == null ? "1" : number));
  }
}
