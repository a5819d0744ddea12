package deskbell.store;

import deskbell.shop.Erasure;
import deskbell.shop.demo.DemoRules;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Erases accounts of the demo shop: orders stay without whoever placed them, and the ledger keeps a
 * fingerprint of the user, so that nobody is erased twice.
 */
final class DemoAccounts {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('demo account ' || $1, 0))";

  private static final String FIND =
      "SELECT outcome, day FROM demo_ledger WHERE idempotency_key = $1";

  private static final String ERASED =
      """
      SELECT FROM demo_ledger
      WHERE operation = 'erase_account' AND outcome = 'done'
        AND subject = encode(sha256(convert_to($1, 'UTF8')), 'hex')
      """;

  private static final String ORDERS =
      DemoRows.ORDERS + " WHERE o.account = $2 ORDER BY o.number FOR UPDATE OF o";

  private static final String ERASE =
      """
      UPDATE demo_order
      SET account = NULL, email = '', phone = '', address = '-', city = '',
          fixed_on = coalesce(fixed_on, $2::date)
      WHERE account = $1
      """;

  private static final String ADD =
      """
      INSERT INTO demo_ledger (idempotency_key, operation, detail, outcome, subject, day)
      VALUES ($1, 'erase_account', '{}', $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'), $4)
      """;

  private static final String DONE = "done";
  private static final String TOO_EARLY = "too_early";

  private DemoAccounts() {}

  /** Erases within the caller's transaction; one user is dealt with at a time. */
  static Future<Erasure> erase(
      SqlClient client, String idempotencyKey, String user, LocalDate today) {
    return client
        .preparedQuery(LOCK)
        .execute(Tuple.of(user))
        .compose(_ -> earlier(client, idempotencyKey))
        .compose(
            earlier ->
                earlier
                    .map(Future::succeededFuture)
                    .orElseGet(() -> once(client, idempotencyKey, user, today)));
  }

  private static Future<Optional<Erasure>> earlier(SqlClient client, String idempotencyKey) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(idempotencyKey))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            row.getString("outcome").equals(DONE)
                                ? DemoRules.erased(row.getLocalDate("day"))
                                : new Erasure.NotYet()));
  }

  private static Future<Erasure> once(
      SqlClient client, String idempotencyKey, String user, LocalDate today) {
    return client
        .preparedQuery(ERASED)
        .execute(Tuple.of(user))
        .compose(
            erased ->
                erased.size() > 0
                    ? Future.succeededFuture(new Erasure.Missing())
                    : decided(client, idempotencyKey, user, today));
  }

  private static Future<Erasure> decided(
      SqlClient client, String idempotencyKey, String user, LocalDate today) {
    return client
        .preparedQuery(ORDERS)
        .execute(Tuple.of(today, user))
        .map(rows -> DemoRules.erase(rows.stream().map(DemoRows::order).toList(), today))
        .compose(
            erasure ->
                changed(client, erasure, user, today)
                    .compose(
                        _ ->
                            client
                                .preparedQuery(ADD)
                                .execute(Tuple.of(idempotencyKey, outcome(erasure), user, today)))
                    .map(_ -> erasure));
  }

  private static Future<Void> changed(
      SqlClient client, Erasure erasure, String user, LocalDate today) {
    return erasure instanceof Erasure.Done
        ? client.preparedQuery(ERASE).execute(Tuple.of(user, today)).mapEmpty()
        : Future.succeededFuture();
  }

  private static String outcome(Erasure erasure) {
    return switch (erasure) {
      case Erasure.Done _ -> DONE;
      case Erasure.NotYet() -> TOO_EARLY;
      case Erasure.Missing(), Erasure.Refused() ->
          throw new IllegalStateException("the demo shop never decides this");
    };
  }
}
