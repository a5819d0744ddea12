package deskbell.store;

import deskbell.shop.Money;
import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.Receipt;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import deskbell.shop.demo.DemoBooks;
import deskbell.shop.demo.DemoServices;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The demo shop's ledger: every write it was asked for, once for each key. */
final class DemoLedger {
  private static final String FIND =
      "SELECT outcome, status, receipt FROM demo_ledger WHERE idempotency_key = $1";

  private static final String ADD =
      """
      INSERT INTO demo_ledger (idempotency_key, operation, order_number, detail, outcome, status,
        receipt, subject, day)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private static final String DONE =
      """
      SELECT subject, day, receipt FROM demo_ledger
      WHERE order_number = $1 AND outcome = 'done' AND day IS NOT NULL ORDER BY at
      """;

  private static final String VISITS =
      """
      SELECT (receipt ->> 'day')::date AS day, count(*)::int AS visits FROM demo_ledger
      WHERE operation = 'book_installation' AND outcome = 'done' GROUP BY 1
      """;

  /** Two orders that want the last visit of a day book one after the other. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('demo fitters', 0))";

  private static final String DONE_OUTCOME = "done";

  private DemoLedger() {}

  /** What became of an earlier write. */
  record Entry(String outcome, OrderStatus status, Receipt receipt) {
    /** The result as it was then; the order as it is now. */
    WriteResult result(Order order) {
      return outcome.equals(DONE_OUTCOME)
          ? new WriteResult.Done(order, receipt)
          : new WriteResult.Declined(WriteResult.Reason.ofWire(outcome), status, receipt);
    }

    private static Entry of(Order order, WriteResult result) {
      return switch (result) {
        case WriteResult.Done(var changed, var receipt) ->
            new Entry(DONE_OUTCOME, changed.status(), receipt);
        case WriteResult.Declined(var reason, var status, var receipt) ->
            new Entry(reason.wire(), status, receipt);
        case WriteResult.Missing _, WriteResult.Refused _ ->
            throw new IllegalStateException("the demo shop never says this of " + order.number());
      };
    }
  }

  static Future<Optional<Entry>> find(SqlClient client, String idempotencyKey) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(idempotencyKey))
        .map(rows -> rows.stream().findFirst().map(DemoLedger::entry));
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getString("outcome"), OrderStatus.ofWire(row.getString("status")), receipt(row));
  }

  /** What was done for an order before. */
  static Future<List<DemoBooks.Past>> done(SqlClient client, String order) {
    return client
        .preparedQuery(DONE)
        .execute(Tuple.of(order))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new DemoBooks.Past(
                                row.getString("subject"), row.getLocalDate("day"), receipt(row)))
                    .toList());
  }

  /** How many visits are booked on each day; nobody else books until the transaction ends. */
  static Future<Map<LocalDate, Integer>> visits(SqlClient client) {
    return client
        .query(LOCK)
        .execute()
        .compose(_ -> client.query(VISITS).execute())
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.getLocalDate("day"), row -> row.getInteger("visits"))));
  }

  static Future<Void> add(
      SqlClient client,
      String idempotencyKey,
      ShopWrite write,
      Order order,
      WriteResult result,
      LocalDate today) {
    var entry = Entry.of(order, result);
    return client
        .preparedQuery(ADD)
        .execute(
            Tuple.of(idempotencyKey, operation(write), order.number(), detail(write))
                .addString(entry.outcome())
                .addString(entry.status().wire())
                .addJsonObject(json(entry.receipt()))
                .addString(DemoServices.subject(write))
                .addLocalDate(today))
        .mapEmpty();
  }

  private static JsonObject json(Receipt receipt) {
    var json = new JsonObject();
    receipt.number().ifPresent(number -> json.put("number", number));
    receipt.amount().ifPresent(amount -> json.put("amount", amount.toString()));
    receipt.day().ifPresent(day -> json.put("day", day.toString()));
    return json;
  }

  private static Receipt receipt(Row row) {
    var json = row.getJsonObject("receipt");
    return new Receipt(
        Optional.ofNullable(json.getString("number")),
        Optional.ofNullable(json.getString("amount")).map(Money::parse),
        Optional.ofNullable(json.getString("day")).map(LocalDate::parse));
  }

  private static String operation(ShopWrite write) {
    return switch (write) {
      case ShopWrite.CancelOrder _ -> "cancel_order";
      case ShopWrite.ChangeAddress _ -> "change_address";
      case ShopWrite.ChangeRefundAccount _ -> "change_refund_account";
      case ShopWrite.StartReturn _ -> "start_return";
      case ShopWrite.RequestInvoice _ -> "request_invoice";
      case ShopWrite.OpenCase _ -> "open_case";
      case ShopWrite.HurryOrder _ -> "hurry_order";
      case ShopWrite.StartExchange _ -> "start_exchange";
      case ShopWrite.RequestRefund _ -> "request_refund";
      case ShopWrite.ProtectPrice _ -> "price_protection";
      case ShopWrite.BookInstallation _ -> "book_installation";
    };
  }

  private static JsonObject detail(ShopWrite write) {
    return switch (write) {
      case ShopWrite.CancelOrder _, ShopWrite.HurryOrder _ -> new JsonObject();
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
      case ShopWrite.OpenCase(_, var kind, var item, var story, var wish) ->
          new JsonObject()
              .put("kind", kind.wire())
              .put("item", item.orElse(null))
              .put("story", story)
              .put("wish", wish.orElse(null));
      case ShopWrite.StartExchange(_, var item, var size, var colour) ->
          new JsonObject()
              .put("item", item)
              .put("size", size.orElse(null))
              .put("colour", colour.orElse(null));
      case ShopWrite.RequestRefund(_, var reason) ->
          new JsonObject().put("reason", reason.orElse(null));
      case ShopWrite.ProtectPrice(_, var item) -> new JsonObject().put("item", item);
      case ShopWrite.BookInstallation(_, var item, var day) ->
          new JsonObject().put("item", item.orElse(null)).put("day", day.toString());
    };
  }
}
