package deskbell.store;

import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The demo shop's ledger: every write it was asked for, once for each key. */
final class DemoLedger {
  private static final String FIND =
      "SELECT outcome, status FROM demo_ledger WHERE idempotency_key = $1";

  private static final String ADD =
      """
      INSERT INTO demo_ledger (idempotency_key, operation, order_number, detail, outcome, status)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private DemoLedger() {}

  /** What became of an earlier write. */
  record Entry(String outcome, OrderStatus status) {
    /** The result as it was then; the order as it is now. */
    WriteResult result(Order order) {
      return switch (outcome) {
        case "done" -> new WriteResult.Done(order);
        case "already_done" -> new WriteResult.AlreadyDone(status);
        case "too_late" -> new WriteResult.TooLate(status);
        case "too_early" -> new WriteResult.TooEarly(status);
        default -> throw new IllegalStateException("demo_ledger.outcome is " + outcome);
      };
    }

    private static Entry of(Order order, WriteResult result) {
      return switch (result) {
        case WriteResult.Done(var changed) -> new Entry("done", changed.status());
        case WriteResult.AlreadyDone(var status) -> new Entry("already_done", status);
        case WriteResult.TooLate(var status) -> new Entry("too_late", status);
        case WriteResult.TooEarly(var status) -> new Entry("too_early", status);
        case WriteResult.Missing _, WriteResult.Refused _ ->
            throw new IllegalStateException("the demo shop never says this of " + order.number());
      };
    }
  }

  static Future<Optional<Entry>> find(SqlClient client, String idempotencyKey) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(idempotencyKey))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new Entry(
                                row.getString("outcome"),
                                OrderStatus.ofWire(row.getString("status")))));
  }

  static Future<Void> add(
      SqlClient client, String idempotencyKey, ShopWrite write, Order order, WriteResult result) {
    var entry = Entry.of(order, result);
    return client
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                idempotencyKey,
                operation(write),
                order.number(),
                detail(write),
                entry.outcome(),
                entry.status().wire()))
        .mapEmpty();
  }

  private static String operation(ShopWrite write) {
    return switch (write) {
      case ShopWrite.CancelOrder _ -> "cancel_order";
      case ShopWrite.ChangeAddress _ -> "change_address";
      case ShopWrite.ChangeRefundAccount _ -> "change_refund_account";
      case ShopWrite.StartReturn _ -> "start_return";
      case ShopWrite.RequestInvoice _ -> "request_invoice";
    };
  }

  private static JsonObject detail(ShopWrite write) {
    return switch (write) {
      case ShopWrite.CancelOrder _ -> new JsonObject();
      case ShopWrite.ChangeAddress(_, var address, var phone) ->
          new JsonObject().put("address", address).put("recipient_phone", phone.orElse(null));
      case ShopWrite.ChangeRefundAccount(_, var account) ->
          new JsonObject().put("account", account);
      case ShopWrite.StartReturn(_, var reason) -> new JsonObject().put("reason", reason);
      case ShopWrite.RequestInvoice(_, var title, var taxNumber, var email) ->
          new JsonObject()
              .put("title", title)
              .put("tax_number", taxNumber.orElse(null))
              .put("email", email.orElse(null));
    };
  }
}
