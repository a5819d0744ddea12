package deskbell.store;

import deskbell.console.Audit;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Who changed what, in PostgreSQL. Any thread. */
public final class PgAudit implements Audit {
  private static final String NOTE =
      "INSERT INTO audit (account, action, subject, details) VALUES ($1, $2, $3, $4)";

  private static final String BEFORE =
      """
      SELECT id, at, account, action, subject, details FROM audit
      WHERE id < $1
        AND (cardinality($3::text[]) = 0
          OR EXISTS (SELECT FROM unnest($3::text[]) AS path
            WHERE starts_with(substr(action, strpos(action, ' ') + 1), path)))
        AND ($4::text IS NULL
          OR strpos(lower(account), lower($4)) > 0 OR strpos(lower(subject), lower($4)) > 0)
      ORDER BY id DESC LIMIT $2\
      """;

  private final Database database;

  /** The changes noted in this database. */
  public PgAudit(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> note(String account, String action, String subject, JsonObject details) {
    return database.rows(NOTE, Tuple.of(account, action, subject, details)).mapEmpty();
  }

  @Override
  public Future<List<Entry>> before(long id, Filter filter, int limit) {
    var paths = filter.paths().toArray(String[]::new);
    return database
        .rows(BEFORE, Tuple.of(id, limit, paths, filter.words().orElse(null)))
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
                                row.getString("subject"),
                                row.getJsonObject("details")))
                    .toList());
  }
}
