package deskbell.shop.rest;

import deskbell.shop.Voucher;

/** Reads codes in the form that {@code src/docs/shop-rest.md} gives. */
final class VoucherJson {
  private VoucherJson() {}

  /** The voucher of the code that was asked for. */
  static Voucher voucher(String code, Fields json) {
    if (!json.text("code").equalsIgnoreCase(code)) {
      throw new Nonsense("code is not the one that was asked for");
    }
    return json.as(VoucherJson::read);
  }

  private static Voucher read(Fields json) {
    return new Voucher(
        json.optionalText("fails").map(Voucher.Reason::ofWire),
        json.optionalNumber("percent"),
        json.optionalObjects("amounts").stream().map(OrderJson::money).toList(),
        json.optionalObjects("minimums").stream().map(OrderJson::money).toList(),
        json.optionalDay("from"),
        json.optionalDay("until"));
  }
}
