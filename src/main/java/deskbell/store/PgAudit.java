package deskbell.store;

import deskbell.console.Audit;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Who changed what, in PostgreSQL. Any thread. */
public final class PgAudit implements Audit {
  private static final String NOTE =
      "INSERT INTO audit (account, action, subject) VALUES ($1, $2, $3)";

  private static final String BEFORE =
      """
      SELECT id, at, account, action, subject FROM audit
      WHERE id < $1 ORDER BY id DESC LIMIT $2\
      """;

  private final Database database;

  /** The changes noted in this database. */
  public PgAudit(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> note(String account, String action, String subject) {
    return database.rows(NOTE, Tuple.of(account, action, subject)).mapEmpty();
  }

  @Override
  public Future<List<Entry>> before(long id, int limit) {
    return database
        .rows(BEFORE, Tuple.of(id, limit))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Entry(
                                row.getLong("id"),
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("account"),
                                row.getString("action"),
                                row.getString("subject")))
                    .toList());
  }
}
