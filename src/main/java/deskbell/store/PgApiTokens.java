package deskbell.store;

import deskbell.console.account.AccountName;
import deskbell.console.account.ApiToken;
import deskbell.console.account.ApiTokenStore;
import deskbell.console.account.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Tokens of programs in PostgreSQL. Any thread. */
public final class PgApiTokens implements ApiTokenStore {
  private static final String COLUMNS =
      "id, name, role, created_by, created_at, expires_at, used_at";

  private static final String ADD =
      """
      INSERT INTO api_token (name_key, name, role, token_hash, created_by, created_at, expires_at)
      SELECT $1, $2, $3, decode($4, 'hex'), $5, $6, $7
      WHERE NOT EXISTS (SELECT FROM account WHERE name_key = $1)
      ON CONFLICT (name_key) DO NOTHING
      RETURNING %s\
      """
          .formatted(COLUMNS);

  private static final String LIST =
      "SELECT %s FROM api_token ORDER BY name_key".formatted(COLUMNS);

  private static final String REMOVE = "DELETE FROM api_token WHERE id = $1";

  /** A use is noted once a minute: reading must not write each time. */
  private static final String USE =
      """
      WITH live AS (
        SELECT %s FROM api_token WHERE token_hash = decode($1, 'hex') AND expires_at > $2),
      noted AS (
        UPDATE api_token t SET used_at = $2 FROM live
        WHERE t.id = live.id
          AND (live.used_at IS NULL OR live.used_at < $2::timestamptz - interval '1 minute'))
      SELECT * FROM live\
      """
          .formatted(COLUMNS);

  private final Database database;

  /** Tokens in this database. */
  public PgApiTokens(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<ApiToken>> add(ApiToken token, String hash) {
    var values =
        Tuple.of(
            token.name().key(),
            token.name().value(),
            token.role().wire(),
            hash,
            token.createdBy(),
            utc(token.createdAt()),
            utc(token.expiresAt()));
    return database.rows(ADD, values).map(rows -> rows.stream().findFirst().map(PgApiTokens::read));
  }

  @Override
  public Future<List<ApiToken>> list() {
    return database
        .rows(LIST, Tuple.tuple())
        .map(rows -> rows.stream().map(PgApiTokens::read).toList());
  }

  @Override
  public Future<Boolean> remove(long id) {
    return database.rows(REMOVE, Tuple.of(id)).map(removed -> removed.rowCount() == 1);
  }

  @Override
  public Future<Optional<ApiToken>> use(String hash, Instant now) {
    return database
        .rows(USE, Tuple.of(hash, utc(now)))
        .map(rows -> rows.stream().findFirst().map(PgApiTokens::read));
  }

  private static ApiToken read(Row row) {
    return new ApiToken(
        row.getLong("id"),
        new AccountName(row.getString("name")),
        Role.parse(row.getString("role")),
        row.getString("created_by"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("used_at")).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
