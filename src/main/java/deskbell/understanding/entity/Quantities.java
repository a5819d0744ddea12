package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How many of something; the value is a whole number. A number before a product counts too. */
final class Quantities implements Finder {
  private static final String ENGLISH = "(\\d{1,4}|" + Numerals.ENGLISH + ")";
  private static final String CHINESE = "(\\d{1,4}|[一二两三四五六七八九十百]{1,5})";

  /** 第二件, 哪两件 and 这两件 name things, they do not count them. */
  private static final String COUNTING = "(?<![\\d第每哪这那几.])";

  /** What is counted with 个 but is not goods. */
  private static final String GOODS = "(?!工作日|小时|月|星期|礼拜|半|人|问题|字|快递|电话|号|地址|订单|颜色)";

  private static final Map<String, String> WORDS =
      Map.of("a pair of", "1", "a couple of", "2", "half a dozen", "6", "a dozen", "12");

  private static final List<Needs.Form> FORMS =
      List.of(
          Needs.LATIN.form(
              "\\b"
                  + ENGLISH
                  + "\\s?(?:pairs?|pieces?|pcs?|items?|sets?|units?|boxes|box|bottles?|packs?)\\b"),
          Needs.LATIN.form(
              "\\b("
                  + Numerals.ENGLISH
                  + "|\\d{1,3})\\sof\\b(?!\\s(?:us|my|jan|feb|mar|apr|may"
                  + "|jun|jul|aug|sep|oct|nov|dec))"),
          Needs.DIGITS.form("(?<![\\w.×])(\\d{1,4})\\s?[x×](?!\\w)(?!\\s\\d)"),
          Needs.DIGITS.form("(?<![\\w.]|\\d\\s)[x×]\\s?(\\d{1,4})(?!\\w)"),
          Needs.NOTHING.form(
              "(?:\\bquantity|\\bqty|数量)\\s?(?:to|of|is|:|是|为|改成|改为)?\\s?" + CHINESE),
          Needs.LATIN.form("\\b(a pair of|a couple of|half a dozen|a dozen)\\b"),
          Needs.HAN.form(COUNTING + CHINESE + "\\s?[双件套条只盒瓶台把张箱包袋份副对支床盏顶本块](?![事钱])"),
          Needs.HAN.form("(?<=[买要来订拍加成换])" + CHINESE + "个" + GOODS),
          Needs.HAN.form(COUNTING + "(\\d{1,4}|[二两三四五六七八九十]{1,3})个" + GOODS));

  private static final Pattern BEFORE_PRODUCT =
      Pattern.compile(
          "(?<![\\w.])" + ENGLISH + "\\s(?:of\\s)?(?:the\\s|your\\s|these\\s)?$", Scan.ANY_CASE);

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    var found = new ArrayList<Match>();
    for (var form : FORMS) {
      if (form.fits(reading)) {
        found.addAll(
            Scan.all(form.pattern(), reading.text(), EntityType.QUANTITY, Quantities::value));
      }
    }
    for (var match : surer) {
      if (match.type() == EntityType.PRODUCT) {
        var before = reading.text().substring(0, match.start());
        found.addAll(Scan.all(BEFORE_PRODUCT, 1, before, EntityType.QUANTITY, Quantities::value));
      }
    }
    return found;
  }

  private static Optional<String> value(MatchResult hit) {
    var written =
        IntStream.rangeClosed(1, hit.groupCount())
            .mapToObj(hit::group)
            .filter(group -> group != null)
            .findFirst()
            .orElseThrow()
            .toLowerCase(Locale.ROOT);
    return WORDS.containsKey(written)
        ? Optional.of(WORDS.get(written))
        : Numerals.whole(written).filter(n -> n > 0).map(String::valueOf);
  }
}
