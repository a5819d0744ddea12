package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Order numbers: LL and eight digits, spaces and hyphens forgiven; the eight digits alone after a
 * word for order, or as the whole message. The value is {@code LL20481234}.
 */
final class OrderNumbers implements Finder {
  private static final int DIGITS = 8;
  private static final String EIGHT = "\\d(?:[ -]?\\d){7}(?!\\d)";
  private static final Pattern WITH_LETTERS =
      Pattern.compile(Scan.LEFT + "LL[\\s-]{0,2}(" + EIGHT + ")", Scan.ANY_CASE);
  private static final Pattern AFTER_ITS_NAME =
      Pattern.compile(
          "(?:\\border(?:\\s?(?:number|num|no\\b|nr|id|ref(?:erence)?))?|订单号?码?|单号)"
              + "(?:[\\s.:：#=是为]|\\bis\\b|\\bwas\\b){0,4}("
              + EIGHT
              + ")",
          Scan.ANY_CASE);
  private static final Pattern ALONE =
      Pattern.compile("^[\\s#]{0,8}(\\d{4}[ -]?\\d{4})[\\s.。!?]{0,8}$");

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    if (reading.digits() < DIGITS) {
      return List.of();
    }
    var found = new ArrayList<Match>();
    for (var pattern : List.of(WITH_LETTERS, AFTER_ITS_NAME, ALONE)) {
      found.addAll(
          Scan.all(
              pattern,
              pattern.equals(WITH_LETTERS) ? 0 : 1,
              reading.text(),
              EntityType.ORDER_NUMBER,
              hit -> Optional.of("LL" + Scan.digits(hit.group(1)))));
    }
    return found;
  }
}
