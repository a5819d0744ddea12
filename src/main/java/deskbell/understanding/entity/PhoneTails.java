package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The last four digits of a phone, which prove an order: after words that say so (unless it is a
 * card), directly after an order number, or as the whole message; spelt in Chinese numerals only as
 * the first and the last of these. The value is those four digits.
 */
final class PhoneTails implements Finder {
  private static final int DIGITS = 4;
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:last (?:four|4)|ending(?: in| with)?|ends(?: in| with)?|尾号|[后末][四4]位)"
              + "(?: ?(?:digits|numbers?|of|my|the|phone|mobile|tel|are|is|数字?|[:：是为])){0,7} ?"
              + "(\\d{4})(?!\\d)",
          Scan.ANY_CASE);
  private static final Pattern CARD =
      Pattern.compile("(?:card|visa|mastercard|amex|account|卡)[^\\d]{0,24}$", Scan.ANY_CASE);
  private static final Pattern AFTER_ORDER =
      Pattern.compile("\\G[\\s,，、;；/和及]{1,3}(?:and )?(\\d{4})(?![\\d年])", Scan.ANY_CASE);
  private static final String HAN_DIGITS = "零一二三四五六七八九";
  private static final String SPELT = "([〇幺" + HAN_DIGITS + "]{4})";
  private static final Pattern SPELT_NAMED =
      Pattern.compile(
          "(?:尾号|[后末][四4]位)(?:数字?)?[:：是为 ]{0,2}" + SPELT + "(?![〇幺十百千万" + HAN_DIGITS + "])");
  private static final Pattern SPELT_ALONE = Pattern.compile("^\\s{0,8}" + SPELT + "[\\s.。]{0,8}$");
  private static final Pattern ALONE = Pattern.compile("^\\s{0,8}(\\d{4})[\\s.。]{0,8}$");

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    var text = reading.text();
    var found = new ArrayList<Match>();
    for (var spelt : List.of(SPELT_NAMED, SPELT_ALONE)) {
      found.addAll(
          Scan.all(spelt, 1, text, EntityType.PHONE, hit -> Optional.of(digits(hit.group(1)))));
    }
    if (reading.digits() < DIGITS) {
      return found;
    }
    Scan.all(NAMED, 1, text, EntityType.PHONE, hit -> Optional.of(hit.group(1))).stream()
        .filter(match -> !CARD.matcher(text).region(0, match.start()).find())
        .forEach(found::add);
    found.addAll(Scan.all(ALONE, 1, text, EntityType.PHONE, hit -> Optional.of(hit.group(1))));
    for (var match : surer) {
      var matcher = AFTER_ORDER.matcher(text).region(match.end(), text.length());
      if (match.type() == EntityType.ORDER_NUMBER && matcher.find()) {
        found.add(new Match(EntityType.PHONE, matcher.group(1), matcher.start(1), matcher.end(1)));
      }
    }
    return found;
  }

  private static String digits(String spelt) {
    return spelt
        .replace('〇', '零')
        .replace('幺', '一')
        .chars()
        .map(HAN_DIGITS::indexOf)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining());
  }
}
