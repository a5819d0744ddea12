package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.shop.ProofLimits.Subject;
import deskbell.shop.ProofLimits.Verdict;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a code for money off is worth. Codes are worth guessing, so one that the shop does not
 * know counts as a wrong guess, apart from those at orders.
 */
final class Vouchers {
  private final ShopLine shop;
  private final ProofLimits limits;
  private final ProofSettings settings;
  private final Clock clock;

  Vouchers(ShopLine shop, ProofLimits limits, ProofSettings settings, Clock clock) {
    this.shop = shop;
    this.limits = limits;
    this.settings = settings;
    this.clock = clock;
  }

  /** Reads the code from a call's arguments: in capitals, without spaces. */
  static String code(Map<String, String> arguments) {
    var code = Arguments.required(arguments, "code").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (code.length() > Voucher.MAX_CODE) {
      throw new Invalid("code", "has more than " + Voucher.MAX_CODE + " characters");
    }
    return code;
  }

  Future<CallResult> check(String code, Caller caller) {
    var now = clock.instant();
    return limits
        .begin(subjects(caller), now)
        .compose(
            verdict ->
                switch (verdict) {
                  case Verdict.Open open -> asked(open, code, caller);
                  case Verdict.Locked(var until) ->
                      Future.succeededFuture(Results.locked(until, now));
                });
  }

  private Future<CallResult> asked(Verdict.Open open, String code, Caller caller) {
    return shop.voucher(code, caller)
        .recover(silent -> withdrawn(open).compose(_ -> Future.failedFuture(silent)))
        .compose(
            found ->
                found
                    .map(voucher -> withdrawn(open).map(_ -> result(voucher, caller.language())))
                    .orElse(Future.succeededFuture(Results.UNKNOWN)));
  }

  private Future<Void> withdrawn(Verdict.Open open) {
    return limits.withdraw(open.attempt());
  }

  private List<Subject> subjects(Caller caller) {
    var subjects = new ArrayList<Subject>();
    subjects.add(new Subject("codes of address:" + caller.address(), settings.perClient()));
    caller
        .identity()
        .ifPresent(
            identity ->
                subjects.add(
                    new Subject("codes of identity:" + identity.user(), settings.perClient())));
    return List.copyOf(subjects);
  }

  private static CallResult result(Voucher voucher, Language language) {
    var facts = new LinkedHashMap<String, String>();
    put(facts, "voucher_reason", voucher.fails().map(Voucher.Reason::wire));
    put(facts, "percent", voucher.percent());
    put(facts, "amount_off", Money.own(voucher.amounts(), language));
    put(facts, "minimum", Money.own(voucher.minimums(), language));
    put(facts, "valid_from", voucher.from());
    put(facts, "valid_until", voucher.until());
    return new CallResult(voucher.fails().isEmpty() ? "ok" : "not_valid", facts);
  }

  private static void put(Map<String, String> facts, String name, Optional<?> value) {
    value.ifPresent(known -> facts.put(name, known.toString()));
  }
}
