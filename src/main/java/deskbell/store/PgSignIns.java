package deskbell.store;

import deskbell.console.account.Account;
import deskbell.console.account.AccountName;
import deskbell.console.account.AccountSettings;
import deskbell.console.account.SessionToken;
import deskbell.console.account.SignInStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sessions and tries of signing in, in PostgreSQL. Any thread. */
public final class PgSignIns implements SignInStore {
  /** A use is noted once in so long: reading must not write each time. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** One more than the limit stands for a lock, which further tries do not prolong. */
  private static final String COUNT =
      """
      INSERT INTO sign_in_try AS t (key, tries, until)
      VALUES (decode($1, 'hex'), 1, $3)
      ON CONFLICT (key) DO UPDATE SET
        tries = CASE WHEN t.until <= $2 THEN 1 ELSE least(t.tries, $4) + 1 END,
        until = CASE WHEN t.until > $2 AND t.tries >= $4 THEN t.until ELSE $3 END
      RETURNING tries <= $4 AS admitted, until\
      """;

  private static final String FORGET = "DELETE FROM sign_in_try WHERE key = decode($1, 'hex')";

  private static final String TAKE_BACK =
      "UPDATE sign_in_try SET tries = tries - 1 WHERE key = decode($1, 'hex') AND tries > 0";

  private static final String OPEN =
      """
      WITH owner AS (
        SELECT name_key, name, role, created_at, disabled FROM account
        WHERE name_key = $2 AND password_hash = $3 AND NOT disabled FOR SHARE),
      opened AS (
        INSERT INTO account_session (token_hash, account, created_at, used_at)
        SELECT decode($1, 'hex'), name_key, $4, $4 FROM owner)
      SELECT name, role, created_at, disabled FROM owner\
      """;

  private static final String FIND =
      """
      WITH live AS (
        SELECT token_hash, account, used_at FROM account_session
        WHERE token_hash = decode($1, 'hex') AND created_at > $3 AND used_at > $4),
      noted AS (
        UPDATE account_session s SET used_at = $2 FROM live
        WHERE $6 AND s.token_hash = live.token_hash AND live.used_at < $5)
      SELECT a.name, a.role, a.created_at, a.disabled
      FROM live JOIN account a ON a.name_key = live.account AND NOT a.disabled\
      """;

  private static final String END =
      "DELETE FROM account_session WHERE token_hash = decode($1, 'hex')";

  private static final String SWEEP =
      """
      WITH over AS (
        DELETE FROM sign_in_try WHERE key IN (
          SELECT key FROM sign_in_try WHERE until <= $1 FOR UPDATE SKIP LOCKED))
      DELETE FROM account_session WHERE created_at <= $2 OR used_at <= $3\
      """;

  private final Database database;

  /** Sessions in this database. */
  public PgSignIns(Database database) {
    this.database = database;
  }

  @Override
  public Future<Counted> count(String key, Instant now, AccountSettings settings) {
    return database
        .call(
            client ->
                client
                    .preparedQuery(COUNT)
                    .execute(
                        Tuple.of(
                            key,
                            utc(now),
                            utc(now.plus(settings.lockFor())),
                            settings.wrongPasswords())))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Counted(
                    row.getBoolean("admitted"), row.getOffsetDateTime("until").toInstant()));
  }

  @Override
  public Future<Void> forget(String key) {
    return execute(FORGET, Tuple.of(key));
  }

  @Override
  public Future<Void> takeBack(String key) {
    return execute(TAKE_BACK, Tuple.of(key));
  }

  @Override
  public Future<Optional<Account>> open(
      SessionToken token, AccountName name, String passwordHash, Instant now) {
    return account(OPEN, Tuple.of(token.hash(), name.key(), passwordHash, utc(now)));
  }

  @Override
  public Future<Optional<Account>> find(
      SessionToken token, boolean used, Instant now, AccountSettings settings) {
    return account(
        FIND,
        Tuple.of(
            token.hash(),
            utc(now),
            utc(now.minus(settings.absolute())),
            utc(now.minus(settings.idle())),
            utc(now.minus(NOTED_EVERY)),
            used));
  }

  @Override
  public Future<Void> end(SessionToken token) {
    return execute(END, Tuple.of(token.hash()));
  }

  @Override
  public Future<Void> sweep(Instant now, AccountSettings settings) {
    return execute(
        SWEEP,
        Tuple.of(utc(now), utc(now.minus(settings.absolute())), utc(now.minus(settings.idle()))));
  }

  private Future<Optional<Account>> account(String query, Tuple values) {
    return database
        .call(client -> client.preparedQuery(query).execute(values))
        .map(rows -> rows.stream().findFirst().map(PgAccounts::account));
  }

  private Future<Void> execute(String statement, Tuple values) {
    return database.call(client -> client.preparedQuery(statement).execute(values)).mapEmpty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
