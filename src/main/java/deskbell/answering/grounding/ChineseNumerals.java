package deskbell.answering.grounding;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Chinese numerals, written as digits: {@code 三十天} becomes {@code 30天}. */
final class ChineseNumerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String COUNTED =
      "(?=天|日|号|周|年|个?月|个?星期|个?礼拜|个?工作日|个?小时|个?钟|分钟|秒|次|折|元|块|成|倍|千?克|公?斤|公?里|[厘毫]?米|升|点|度|%)";

  /** Words with numerals that count nothing; a lone 一 counts only before a measure. */
  private static final String IDIOM =
      "万一|千万(?!元|块|人)|十分(?!钟)|百货|百科|一会|(?<![上下中]午|晚上|早上|凌晨)一点(?![零〇一二三四五六七八九十\\d半整])|一旦|一次性|第三方"
          + "|(?<![零〇一二两三四五六七八九十百千万亿点])一(?!"
          + COUNTED
          + "|[零〇一二两三四五六七八九十百千万亿])";

  private static final String NUMERAL = "[零〇一二两三四五六七八九十百千万亿]";
  private static final Pattern PERCENT =
      Pattern.compile("百分之\\s*(\\d+(?:\\.\\d+)?|" + NUMERAL + "+(?:点" + NUMERAL + "+)?)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:"
              + IDIOM
              + ")|(?!(?<=[\\d ])[百千万亿])("
              + NUMERAL
              + "+)(?:点([零〇一二三四五六七八九]+)(?![十分刻]))?");
  private static final Pattern MULTIPLE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([百千万亿])(\\d)?");
  private static final Pattern HALF_OF =
      Pattern.compile("(?<![\\d一])半(?=个?(?:小时|钟头|天|日|年|月|星期|价|折))");
  private static final Pattern AND_HALF =
      Pattern.compile("(\\d+)(?:个半(个?小时|钟头|个?月|星期)|(年|天|周|个月|小时)半)");

  private ChineseNumerals() {}

  /** How numerals are written on bills, and the same in everyday writing. */
  private static final String ON_BILLS = "壹贰叁肆伍陆柒捌玖拾佰仟";

  private static final String EVERYDAY = "一二三四五六七八九十百千";

  /** The text with digits for numerals. */
  static String digits(String text) {
    var percents = PERCENT.matcher(everyday(text)).replaceAll(hit -> value(hit.group(1)) + "%");
    var halves = percents.replace("一半", "50%").replace("第一", "第1");
    var whole = NUMBER.matcher(halves).replaceAll(ChineseNumerals::number);
    var multiples = MULTIPLE.matcher(whole).replaceAll(ChineseNumerals::multiple);
    var mixed = AND_HALF.matcher(multiples).replaceAll(ChineseNumerals::andHalf);
    return HALF_OF.matcher(mixed).replaceAll("0.5");
  }

  private static String everyday(String text) {
    var everyday = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int place = ON_BILLS.indexOf(text.charAt(i));
      everyday.append(place < 0 ? text.charAt(i) : EVERYDAY.charAt(place));
    }
    return everyday
        .toString()
        .replace("俩", "两个")
        .replace("仨", "三个")
        .replace("对折", "五折")
        .replace("点一刻", "点15分")
        .replace("点三刻", "点45分");
  }

  private static String number(MatchResult hit) {
    return hit.group(1) == null
        ? hit.group()
        : whole(hit.group(1)) + (hit.group(2) == null ? "" : "." + inARow(hit.group(2)));
  }

  private static String value(String numeral) {
    var parts = numeral.split("点", 2);
    return Character.isDigit(numeral.charAt(0))
        ? numeral
        : whole(parts[0]) + (parts.length == 1 ? "" : "." + inARow(parts[1]));
  }

  private static String multiple(MatchResult hit) {
    double unit = unit(hit.group(2).charAt(0));
    double rest = hit.group(3) == null ? 0 : Integer.parseInt(hit.group(3)) * unit / 10;
    return Amount.plain(Amount.of(hit.group(1)) * unit + rest);
  }

  private static String andHalf(MatchResult hit) {
    return hit.group(1) + ".5" + (hit.group(2) == null ? hit.group(3) : hit.group(2));
  }

  /** 二〇二六 digit by digit, 二百零五 by its tens and hundreds. */
  private static String whole(String numeral) {
    return numeral.matches(".*[十百千万亿].*") ? Amount.plain(sum(numeral)) : inARow(numeral);
  }

  private static String inARow(String numeral) {
    var digits = new StringBuilder();
    numeral.chars().forEach(character -> digits.append(digit((char) character)));
    return digits.toString();
  }

  private static double sum(String numeral) {
    double total = 0;
    double section = 0;
    double current = 0;
    for (int i = 0; i < numeral.length(); i++) {
      double unit = unit(numeral.charAt(i));
      if (unit >= 1e4) {
        total += Math.max(1, section + current) * unit;
        section = 0;
        current = 0;
      } else if (unit > 1) {
        section += Math.max(1, current) * unit;
        current = 0;
      } else {
        current = digit(numeral.charAt(i));
      }
    }
    return total + section + current * shortened(numeral);
  }

  /** What the last digit of 二百五 or 三万五 counts: tenths of the unit before it. */
  private static double shortened(String numeral) {
    double before = numeral.length() < 2 ? 1 : unit(numeral.charAt(numeral.length() - 2));
    return before > 10 ? before / 10 : 1;
  }

  private static int digit(char character) {
    return switch (character) {
      case '两' -> 2;
      case '〇' -> 0;
      default -> Math.max(0, DIGITS.indexOf(character));
    };
  }

  private static double unit(char character) {
    return switch (character) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1e3;
      case '万' -> 1e4;
      case '亿' -> 1e8;
      default -> 1;
    };
  }
}
