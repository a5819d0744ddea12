package deskbell.understanding;

import deskbell.neural.PlainText;
import java.util.regex.Pattern;

/** Messages that name a code for money off: "HARBOUR15 voucher dosent go thru". Pure. */
final class PromotionCodes {
  /** What such a message is about, however the rest of it is spelt. */
  static final String INTENT = "promotion";

  private static final Pattern WORD =
      Pattern.compile("\\b(?:code|codes|voucher|vouchers|coupon|coupons|promo)\\b|[券卷码]");

  /** Letters with one to three digits behind them, which no order, size or postcode is. */
  private static final Pattern CODE =
      Pattern.compile("(?<![a-z0-9-])[a-z]{4,}\\d{1,3}(?![a-z0-9-])");

  private PromotionCodes() {}

  /** True where a message says that it is about a code, and which. */
  static boolean named(String text) {
    var plain = PlainText.of(text);
    return WORD.matcher(plain).find() && CODE.matcher(plain).find();
  }
}
