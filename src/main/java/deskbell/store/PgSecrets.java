package deskbell.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random values that every node shares, made by the first that asks. Any thread. */
public final class PgSecrets {
  /** Bytes of randomness in a secret. */
  public static final int BYTES = 32;

  private static final String SHARED =
      """
      WITH made AS (
        INSERT INTO secret (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO NOTHING
        RETURNING value
      )
      SELECT value FROM made UNION ALL SELECT value FROM secret WHERE name = $1 LIMIT 1
      """;

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  /** Secrets in this database. */
  public PgSecrets(Database database) {
    this.database = database;
  }

  /** The secret of this name, {@value #BYTES} random bytes as hexadecimal digits. */
  public Future<String> shared(String name) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return attempt(name, HexFormat.of().formatHex(bytes));
  }

  private Future<String> attempt(String name, String fresh) {
    return database
        .rows(SHARED, Tuple.of(name, fresh))
        .compose(
            rows ->
                rows.size() == 1
                    ? Future.succeededFuture(rows.iterator().next().getString(0))
                    : attempt(name, fresh)); // another node made it between the two looks
  }
}
