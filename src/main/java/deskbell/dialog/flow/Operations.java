package deskbell.dialog.flow;

import deskbell.dialog.flow.Operation.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The calls that flows may make, with what each takes and brings: the shop's side is described by
 * {@code deskbell.shop.ShopCalls}. Flow files are checked against this table. Long because it is
 * the table.
 */
public final class Operations {
  private static final int LISTED = 5;
  private static final int FOUND = 3;
  private static final Set<String> PROOF = Set.of("email", "phone");
  private static final Set<String> REFUND = Set.of("refund_state", "refund_amount", "refund_date");
  private static final Set<String> CASE = Set.of("case_number");
  private static final Set<String> EXCHANGE = Set.of("exchange_number");
  private static final Set<String> DIFFERENCE = Set.of("difference");
  private static final Set<String> VISIT = Set.of("visit_number", "visit_day");
  private static final Set<String> VOUCHER =
      Set.of("percent", "amount_off", "minimum", "valid_from", "valid_until");
  private static final Set<String> FOUND_ALWAYS =
      Set.of("count", "shown", "sized", "name_1", "code_1", "stock_1");
  private static final Set<String> PRODUCT = Set.of("product_code", "product_name");
  private static final Set<String> SIZE_STOCK = Set.of("size_stock");
  private static final Facts STATUS = new Facts(Set.of(), Set.of("status"));
  private static final Facts MINUTES = new Facts(Set.of(), Set.of("minutes"));

  private static final Map<String, Operation> ALL = new LinkedHashMap<>();

  static {
    read("find_order").proved().ok(Set.of("status"), order()).add();
    read("list_orders").ok(Set.of("count"), listed()).on("needs_identity", Facts.NONE).add();
    read("check_account")
        .ok(Set.of(), Set.of())
        .on("still_open", new Facts(Set.of(), Set.of("open_orders", "open_refunds")))
        .on("needs_identity", Facts.NONE)
        .add();
    read("check_voucher")
        .takes("code")
        .ok(Set.of(), VOUCHER)
        .on("not_valid", new Facts(Set.of("voucher_reason"), VOUCHER))
        .on("not_found", Facts.NONE)
        .on("too_many_tries", MINUTES)
        .add();
    read("find_products")
        .mayTake("product", "category", "told", "words", "colour", "size", "budget")
        .mayTake("wish", "beside", "shown")
        .ok(FOUND_ALWAYS, found("next_size"))
        .on("too_many", Facts.NONE)
        .on("near", new Facts(of(FOUND_ALWAYS, "but"), found()))
        .on("nothing_fits", Facts.NONE)
        .on("which_size", new Facts(Set.of("sizes"), Set.of()))
        .on("no_other_size", new Facts(Set.of(), Set.of("sizes")))
        .add();
    read("size_advice")
        .mayTake("product", "item", "told", "measures", "more")
        .ok(advised("best_size"), Set.of("by", "took", "range", "size_stock"))
        .on("between", new Facts(advised("best_size", "other_size", "by", "took"), SIZE_STOCK))
        .on("none_fits", new Facts(advised("last_size", "by", "took"), Set.of("range")))
        .on("needs_measures", new Facts(of(PRODUCT, "about", "lacks"), Set.of()))
        .on("one_size", new Facts(PRODUCT, Set.of()))
        .on("no_chart", new Facts(of(PRODUCT, "sizes"), Set.of()))
        .on("which_product", new Facts(Set.of(), found("count")))
        .on("no_such_product", Facts.NONE)
        .add();
    read("refund_status")
        .proved()
        .ok(Set.of("refund_state"), Set.of("refund_amount", "refund_date"))
        .on("no_refund", STATUS)
        .add();
    write("cancel_order")
        .proved()
        .ok(Set.of(), REFUND)
        .on("too_late", STATUS)
        .on("already_done", STATUS)
        .add();
    write("change_address")
        .proved()
        .takes("address")
        .mayTake("recipient_phone")
        .ok(Set.of(), Set.of("address"))
        .on("too_late", STATUS)
        .on("needs_both_proofs", Facts.NONE)
        .add();
    write("change_refund_account")
        .proved()
        .takes("account")
        .ok(Set.of(), REFUND)
        .on("too_late", STATUS)
        .on("no_refund", STATUS)
        .on("needs_both_proofs", Facts.NONE)
        .add();
    write("start_return")
        .proved()
        .takes("reason")
        .ok(Set.of(), Set.of("return_number", "method"))
        .on("too_late", STATUS)
        .on("not_returnable", STATUS)
        .add();
    write("request_invoice")
        .proved()
        .takes("title")
        .mayTake("tax_number", "invoice_email")
        .ok(Set.of(), Set.of("invoice_number"))
        .on("not_yet", STATUS)
        .add();
    write("open_case")
        .proved()
        .takes("kind")
        .takes("story")
        .mayTake("item", "wish")
        .ok(Set.of(), CASE)
        .on("already_open", new Facts(Set.of("status"), CASE))
        .on("too_late", STATUS)
        .on("not_yet", STATUS)
        .add();
    write("hurry_order")
        .proved()
        .ok(Set.of(), Set.of("eta"))
        .on("already_done", STATUS)
        .on("too_late", STATUS)
        .on("not_yet", STATUS)
        .add();
    write("start_exchange")
        .proved()
        .mayTake("item", "size", "colour")
        .ok(Set.of(), EXCHANGE)
        .on("not_in_order", STATUS)
        .on("out_of_stock", STATUS)
        .on("already_done", new Facts(Set.of("status"), EXCHANGE))
        .on("too_late", STATUS)
        .on("not_yet", STATUS)
        .add();
    write("request_refund")
        .proved()
        .mayTake("reason")
        .ok(Set.of(), REFUND)
        .on("already_done", STATUS)
        .on("too_late", STATUS)
        .on("not_paid", STATUS)
        .add();
    write("price_protection")
        .proved()
        .mayTake("item")
        .ok(Set.of(), DIFFERENCE)
        .on("not_in_order", STATUS)
        .on("not_eligible", STATUS)
        .on("already_done", new Facts(Set.of("status"), DIFFERENCE))
        .on("too_late", STATUS)
        .add();
    write("book_installation")
        .proved()
        .takes("day")
        .mayTake("item")
        .ok(Set.of(), VISIT)
        .on("day_full", new Facts(Set.of("status"), Set.of("next_day")))
        .on("not_in_order", STATUS)
        .on("not_eligible", STATUS)
        .on("already_done", new Facts(Set.of("status"), VISIT))
        .add();
    write("erase_account")
        .ok(Set.of(), Set.of("erased_by"))
        .on("not_yet", Facts.NONE)
        .on("not_found", Facts.NONE)
        .on("needs_identity", Facts.NONE)
        .add();
  }

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "status",
          Set.of(
              "received",
              "paid",
              "packing",
              "shipped",
              "out_for_delivery",
              "delivered",
              "cancelled"),
          "refund_state",
          Set.of("started", "returning", "received", "checked", "refunded"),
          "method",
          Set.of("label", "collection"),
          "voucher_reason",
          Set.of("expired", "not_yet", "used", "first_order", "not_yours"),
          "but",
          Set.of("dearer", "other_colour", "other_size", "sold_out"),
          "sized",
          Set.of("yes", "no"),
          "lacks",
          Set.of("all", "height", "weight"));

  private Operations() {}

  /** The operation of a name. */
  public static Optional<Operation> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** All names, for error messages. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** The values that a fact can have, where they are few. */
  public static Optional<Set<String>> values(String fact) {
    return Optional.ofNullable(VALUES.get(fact)).map(TreeSet::new);
  }

  private static Set<String> order() {
    var facts = new TreeSet<>(REFUND);
    facts.addAll(
        List.of("items", "total", "ordered", "carrier", "tracking", "eta", "delivered", "address"));
    facts.add("item_count");
    facts.addAll(numbered(LISTED, List.of("item")));
    return facts;
  }

  private static Set<String> listed() {
    return numbered(LISTED, List.of("order", "status", "items", "total", "ordered"));
  }

  /** What each product found brings, and these facts. */
  private static Set<String> found(String... others) {
    return of(
        numbered(FOUND, List.of("name", "code", "stock", "price", "image", "alt", "size")), others);
  }

  private static Set<String> advised(String... others) {
    var facts = of(PRODUCT, others);
    facts.add("why");
    return facts;
  }

  private static Set<String> of(Set<String> facts, String... others) {
    var all = new TreeSet<>(facts);
    all.addAll(List.of(others));
    return all;
  }

  private static Set<String> numbered(int most, List<String> names) {
    var facts = new TreeSet<String>();
    for (var fact : names) {
      IntStream.rangeClosed(1, most).forEach(n -> facts.add(fact + "_" + n));
    }
    return facts;
  }

  private static Draft read(String name) {
    return new Draft(name, false);
  }

  /** A write may also be refused: the shop does not accept a value. */
  private static Draft write(String name) {
    return new Draft(name, true).on("refused", Facts.NONE);
  }

  private static final class Draft {
    private final String name;
    private final boolean write;
    private final Set<String> required = new TreeSet<>();
    private final Set<String> optional = new TreeSet<>();
    private final Map<String, Facts> outcomes = new LinkedHashMap<>();

    Draft(String name, boolean write) {
      this.name = name;
      this.write = write;
      outcomes.put("unavailable", Facts.NONE);
    }

    /** Takes an order and the proof that it is the shopper's. */
    Draft proved() {
      optional.addAll(PROOF);
      return takes("order")
          .on("not_found", Facts.NONE)
          .on("needs_proof", Facts.NONE)
          .on("too_many_tries", MINUTES);
    }

    Draft takes(String argument) {
      required.add(argument);
      return this;
    }

    Draft mayTake(String... arguments) {
      optional.addAll(List.of(arguments));
      return this;
    }

    Draft ok(Set<String> always, Set<String> maybe) {
      return on("ok", new Facts(always, maybe));
    }

    Draft on(String outcome, Facts facts) {
      outcomes.put(outcome, facts);
      return this;
    }

    void add() {
      ALL.put(name, new Operation(name, write, required, optional, outcomes));
    }
  }
}
