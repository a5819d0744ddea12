package deskbell.shop;

import deskbell.conversation.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** The results that a call can bring, by the names that flows branch on. */
final class Results {
  static final CallResult UNAVAILABLE = new CallResult("unavailable", Map.of());
  static final CallResult NEEDS_IDENTITY = new CallResult("needs_identity", Map.of());

  /** There is nothing of this name. */
  static final CallResult UNKNOWN = new CallResult("not_found", Map.of());

  private Results() {}

  static CallResult ok(Map<String, String> facts) {
    return new CallResult("ok", facts);
  }

  /** No such order, or not this shopper's: the same for both. */
  static CallResult notFound(String order) {
    return new CallResult("not_found", Map.of("order", order));
  }

  static CallResult lacking(Need need, String order) {
    var outcome =
        switch (need) {
          case EITHER -> "needs_proof";
          case BOTH -> "needs_both_proofs";
        };
    return new CallResult(outcome, Map.of("order", order));
  }

  static CallResult locked(String order, Instant until, Instant now) {
    var facts = new HashMap<>(locked(until, now).facts());
    facts.put("order", order);
    return new CallResult("too_many_tries", facts);
  }

  /** Too many wrong guesses, about no order. */
  static CallResult locked(Instant until, Instant now) {
    long minutes = Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes());
    return new CallResult(
        "too_many_tries",
        Map.of(
            "until", until.truncatedTo(ChronoUnit.SECONDS).toString(),
            "minutes", Long.toString(minutes)));
  }

  /** A result about an order that is not as the call needs it. */
  static CallResult atStatus(String outcome, String order, OrderStatus status) {
    return new CallResult(outcome, Map.of("order", order, "status", status.wire()));
  }

  static CallResult noRefund(Order order) {
    return atStatus("no_refund", order.number(), order.status());
  }

  /** The result of a write, with the facts that its operation has. */
  static CallResult of(ShopWrite write, WriteResult result) {
    return switch (result) {
      case WriteResult.Done(var order, var receipt) -> ok(OrderFacts.after(write, order, receipt));
      case WriteResult.Declined(var reason, var status, var receipt) ->
          new CallResult(
              outcome(write, reason), OrderFacts.declined(write, reason, status, receipt));
      case WriteResult.Missing() -> notFound(write.order());
      case WriteResult.Refused() -> new CallResult("refused", Map.of("order", write.order()));
    };
  }

  /** The result of erasing an account. */
  static CallResult of(Erasure erasure) {
    return switch (erasure) {
      case Erasure.Done(var by) ->
          ok(by.map(day -> Map.of("erased_by", day.toString())).orElse(Map.of()));
      case Erasure.NotYet() -> new CallResult("not_yet", Map.of());
      case Erasure.Missing() -> UNKNOWN;
      case Erasure.Refused() -> new CallResult("refused", Map.of());
    };
  }

  /** Nobody knows whether it happened. */
  static CallResult unconfirmed(ShopWrite write) {
    return new CallResult(UNAVAILABLE.outcome(), Map.of("order", write.order()));
  }

  /** Nothing in the order is the item that is meant, or several things could be. */
  static CallResult notInOrder(Order order) {
    return atStatus("not_in_order", order.number(), order.status());
  }

  private static String outcome(ShopWrite write, WriteResult.Reason reason) {
    return switch (reason) {
      case ALREADY_DONE -> write instanceof ShopWrite.OpenCase ? "already_open" : reason.wire();
      case TOO_EARLY -> tooEarly(write);
      case TOO_LATE, OUT_OF_STOCK, DAY_FULL, NOT_ELIGIBLE -> reason.wire();
    };
  }

  private static String tooEarly(ShopWrite write) {
    return switch (write) {
      case ShopWrite.StartReturn _ -> "not_returnable";
      case ShopWrite.ChangeRefundAccount _ -> "no_refund";
      case ShopWrite.RequestRefund _ -> "not_paid";
      case ShopWrite.RequestInvoice _, ShopWrite.CancelOrder _, ShopWrite.ChangeAddress _ ->
          "not_yet";
      case ShopWrite.OpenCase _, ShopWrite.HurryOrder _, ShopWrite.StartExchange _ -> "not_yet";
      case ShopWrite.ProtectPrice _, ShopWrite.BookInstallation _ -> "not_yet";
    };
  }
}
