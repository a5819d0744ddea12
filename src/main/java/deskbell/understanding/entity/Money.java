package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Amounts of money; the value is {@code GBP 49.90} or {@code CNY 199}. */
final class Money implements Finder {
  private static final String SIGN = "(?<sign>£|¥|€|US\\$|\\$|\\bGBP|\\bCNY|\\bRMB|\\bEUR|\\bUSD)";
  private static final String UNIT =
      "(?<unit>£|¥|€|\\$|(?:pounds?|quid|gbp|pence|p|yuan|rmb|cny|dollars?|usd|euros?|eur)\\b"
          + "|元|块钱|块|人民币|英镑|镑|美元|欧元)";

  /** Every unit that is no Latin word has one of these. */
  private static final String UNIT_SIGNS = "£¥€$元块币镑";

  /** 三块五, 12元5角: what comes after the unit is tenths, unless it counts something. */
  private static final String TENTHS =
      "(?:(?<tenths>[1-9一二两三四五六七八九])(?:毛|角)?(?![\\d.件双条个套只盒瓶台把张箱包袋份十百千万]))?";

  private static final Pattern SIGN_FIRST =
      Pattern.compile(
          SIGN + "\\s?(?<number>" + Numerals.DIGITS + ")(?<factor>[万千]|k\\b)?", Scan.ANY_CASE);
  private static final Pattern UNIT_LAST =
      Pattern.compile(
          "(?<![\\w.])(?<number>"
              + Numerals.CHINESE
              + "|"
              + Numerals.DIGITS
              + "|\\b"
              + Numerals.ENGLISH
              + ")\\s?"
              + UNIT
              + TENTHS,
          Scan.ANY_CASE);
  private static final BigDecimal SURE_MONEY = BigDecimal.TEN;

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    var text = reading.text();
    var found = new ArrayList<Match>();
    if (reading.digits() > 0) {
      found.addAll(Scan.all(SIGN_FIRST, text, EntityType.MONEY, Money::signed));
    }
    if (reading.latin() || text.chars().anyMatch(c -> UNIT_SIGNS.indexOf(c) >= 0)) {
      found.addAll(Scan.all(UNIT_LAST, text, EntityType.MONEY, Money::withUnit));
    }
    return found;
  }

  private static Optional<String> signed(MatchResult hit) {
    var factor = Optional.ofNullable(hit.group("factor")).orElse("");
    var times = factor.equals("万") ? 10_000 : factor.isEmpty() ? 1 : 1_000;
    var amount = Numerals.parse(hit.group("number")).multiply(BigDecimal.valueOf(times));
    return Optional.of(currency(hit.group("sign")) + " " + written(amount));
  }

  private static Optional<String> withUnit(MatchResult hit) {
    var unit = hit.group("unit").toLowerCase(Locale.ROOT);
    var number = Numerals.parse(hit.group("number"));
    var tenths = Optional.ofNullable(hit.group("tenths")).map(Numerals::parse);
    if (unit.equals("块") && maybePiece(hit.group("number"), number, tenths.isPresent())) {
      return Optional.empty();
    }
    boolean pence = unit.equals("pence") || unit.equals("p");
    var amount =
        pence
            ? number.movePointLeft(2)
            : number.add(tenths.orElse(BigDecimal.ZERO).movePointLeft(1));
    return Optional.of(currency(unit) + " " + written(amount));
  }

  /** 一块 and 两块 more often count pieces than money. */
  private static boolean maybePiece(String written, BigDecimal amount, boolean tenths) {
    return !Character.isDigit(written.charAt(0)) && !tenths && amount.compareTo(SURE_MONEY) < 0;
  }

  private static String currency(String sign) {
    return switch (sign.toLowerCase(Locale.ROOT)) {
      case "£", "gbp", "pound", "pounds", "quid", "pence", "p", "英镑", "镑" -> "GBP";
      case "€", "eur", "euro", "euros", "欧元" -> "EUR";
      case "$", "us$", "usd", "dollar", "dollars", "美元" -> "USD";
      default -> "CNY";
    };
  }

  private static String written(BigDecimal amount) {
    var plain = amount.stripTrailingZeros();
    return (plain.scale() <= 0 ? plain.setScale(0) : plain.setScale(Math.max(2, plain.scale())))
        .toPlainString();
  }
}
