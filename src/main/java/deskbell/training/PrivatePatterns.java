package deskbell.training;

import deskbell.conversation.Language;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What personal data looks like that is no entity of a shop: names, addresses, accounts. */
final class PrivatePatterns {
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Group 1, where there is one, stays; the rest becomes the placeholder. */
  private record Rule(Pattern pattern, String placeholder) {
    static Rule of(String placeholder, String pattern) {
      return new Rule(Pattern.compile(pattern), placeholder);
    }

    static Rule anyCase(String placeholder, String pattern) {
      return new Rule(Pattern.compile(pattern, ANY_CASE), placeholder);
    }

    String apply(String text) {
      return pattern
          .matcher(text)
          .replaceAll(
              hit -> {
                var kept = hit.groupCount() > 0 && hit.group(1) != null ? hit.group(1) : "";
                return Matcher.quoteReplacement(kept + placeholder);
              });
    }
  }

  private static final String EDGE = "(?<![\\p{L}\\p{N}])";
  private static final String WORD = "\\p{Lu}[\\p{L}'’-]+";
  private static final String NAME = WORD + "(?: " + WORD + "){0,2}";

  /** Family names of four in five people in China. */
  private static final String FAMILY =
      "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])";

  private static final String STREET =
      "(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|ct|way|place|square|terrace"
          + "|crescent|gardens|grove|hill|row|mews|boulevard|blvd)";

  private static final String POSTCODE = "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}";

  private static final String BEFORE_PLACE =
      "((?:(?:住在|地址|寄到|送到|改成|改为|改到|发到|发往|寄往|换成|换到|我在|我住|位于|搬到)[是为在：: ]{0,2}){1,2})?";

  private static final String PLACE = "(?:省|自治区|市|区|县|镇|乡|街道)";

  private static final String ROAD = "(?:路|街|大道|巷|胡同|弄|村|小区|花园|公寓|大厦|广场|苑)";

  /** Numbers so long that a phone could be found within them, and addresses on the Web. */
  private static final List<Rule> LONG =
      List.of(
          Rule.anyCase("{link}", "https?://\\S+"),
          Rule.of("{id_number}", "(?<!\\d)\\d{17}[\\dXx](?!\\d)"),
          Rule.of(
              "{card_number}",
              "(?<![\\dA-Za-z])\\d{4}(?:[ -]?\\d{4}){2}[ -]?\\d{3,4}(?:[ -]?\\d{1,3})?(?!\\d)"));

  private static final List<Rule> ENGLISH =
      List.of(
          Rule.anyCase(
              "{address}",
              "(?:(?:flat|apartment|apt|unit) ?\\d+[a-z]?,? )?"
                  + EDGE
                  + "\\d{1,5}[a-z]?,? (?:[\\p{L}'’]+ ){1,4}"
                  + STREET
                  + "\\b\\.?(?:,? ?(?:[\\p{L}'’]+,? ){0,3}"
                  + POSTCODE
                  + ")?"),
          Rule.anyCase("{address}", EDGE + POSTCODE + "\\b"),
          Rule.of("{name}", "\\b((?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? )" + NAME),
          Rule.anyCase(
              "{name}",
              "\\b((?:my name is|my name's|the name is|name's|full"
                  + " name:?|(?<!user)name:|surname:?|recipient:?)"
                  + " )(?!(?:wrong|not|on|in|missing|still|spel|miss|incorrect|the)\\b)\\p{L}[\\p{L}'’-]+(?:"
                  + " (?!(?:and|but|my|i|on|from|the|order|with|can|could|please)\\b)"
                  + "\\p{L}[\\p{L}'’-]+)?"),
          Rule.of("{name}", "\\b((?i:i am|i'm|i’m|this is|dear|hi|hello|under) )" + NAME),
          Rule.of(
              "{name}",
              "((?i:regards|thanks|thank you|cheers|wishes|sincerely|yours|thx)[,!.]?\\s+)"
                  + NAME
                  + "(?=[\\s.!]*$)"));

  private static final List<Rule> CHINESE =
      List.of(
          Rule.of(
              "{address}",
              BEFORE_PLACE
                  + "(?:\\p{IsHan}{1,8}?"
                  + PLACE
                  + "){0,5}\\p{IsHan}{1,8}?"
                  + ROAD
                  + "[\\p{IsHan}A-Za-z]{0,8}?\\d+(?:[\\d号弄栋幢座楼层室单元A-Za-z-])*"),
          Rule.of("{address}", BEFORE_PLACE + "(?:\\p{IsHan}{2,8}?" + PLACE + "){2,5}"),
          Rule.of(
              "{name}",
              "((?:姓名|收[件货]人|联系人|名字|我叫|我名叫|户名)(?:[是叫为改成：: ]{0,4}))"
                  + "(?:"
                  + FAMILY
                  + "\\p{IsHan}{1,2}(?![\\p{IsHan}])|"
                  + FAMILY
                  + "\\p{IsHan}{1,2})"),
          Rule.of("{name}", "(我是|本人)" + FAMILY + "\\p{IsHan}{1,2}(?!\\p{IsHan})"),
          Rule.of("{name}", FAMILY + "\\p{IsHan}{0,2}(?=先生|女士|小姐|太太)"),
          Rule.anyCase("{account}", "((?:微信号?|vx|qq号?|支付宝账?号?)[是：: ]{1,3})[a-z0-9_-]{5,20}"));

  private static final List<Rule> BOTH =
      List.of(
          Rule.anyCase(
              "{order_number}",
              "((?:order(?: number| no\\.?| id)?|订单号?码?)[:：#是 ]{1,4})[a-z]{0,4}-?\\d[\\d-]{3,}"),
          Rule.of("{number}", "(?<![\\d.])\\d(?:[ -]?\\d){5,}(?![\\d.]\\d)"));

  private PrivatePatterns() {}

  /** Hides what must go before entities are looked for. */
  static String hideLong(String text) {
    return applied(LONG, text);
  }

  /** Hides what is left once entities are hidden. */
  static String hide(String text, Language language) {
    var own =
        switch (language) {
          case EN -> applied(CHINESE, applied(ENGLISH, text));
          case ZH -> applied(ENGLISH, applied(CHINESE, text));
        };
    return applied(BOTH, own);
  }

  private static String applied(List<Rule> rules, String text) {
    var hidden = text;
    for (var rule : rules) {
      hidden = rule.apply(hidden);
    }
    return hidden;
  }
}
