package deskbell.store;

import deskbell.console.account.Account;
import deskbell.console.account.AccountName;
import deskbell.console.account.AccountStore;
import deskbell.console.account.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Accounts in PostgreSQL. Any thread. */
public final class PgAccounts implements AccountStore {
  private static final String ADD =
      """
      INSERT INTO account (name_key, name, role, password_hash, created_at)
      SELECT $1, $2, $3, $4, $5
      WHERE NOT EXISTS (SELECT FROM api_token WHERE name_key = $1)
      ON CONFLICT (name_key) DO NOTHING\
      """;

  private static final String ADD_FIRST =
      """
      INSERT INTO account (name_key, name, role, password_hash, created_at)
      SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM account)
      ON CONFLICT (name_key) DO NOTHING\
      """;

  private static final String LIST =
      "SELECT name, role, created_at, disabled FROM account ORDER BY name_key";

  private static final String PASSWORD_HASH =
      "SELECT password_hash FROM account WHERE name_key = $1 AND NOT disabled";

  private static final String CHANGE_PASSWORD = "SELECT change_password($1, $2) AS changed";

  private static final String REPLACE_PASSWORD =
      """
      WITH shown AS (
        SELECT FROM account WHERE name_key = $1 AND password_hash = $2 AND NOT disabled FOR UPDATE)
      SELECT change_password($1, $3) AS changed FROM shown\
      """;

  private static final String CHANGE = "SELECT change_account($1, $2, $3) AS outcome";

  private static final String REMOVE = "SELECT remove_account($1) AS outcome";

  private final Database database;

  /** Accounts in this database. */
  public PgAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Future<Boolean> add(Account account, String passwordHash) {
    return insert(ADD, account, passwordHash);
  }

  @Override
  public Future<Boolean> addFirst(Account account, String passwordHash) {
    return insert(ADD_FIRST, account, passwordHash);
  }

  private Future<Boolean> insert(String statement, Account account, String passwordHash) {
    var values =
        Tuple.of(
            account.name().key(),
            account.name().value(),
            account.role().wire(),
            passwordHash,
            account.createdAt().atOffset(ZoneOffset.UTC));
    return database
        .call(client -> client.preparedQuery(statement).execute(values))
        .map(inserted -> inserted.rowCount() == 1);
  }

  @Override
  public Future<List<Account>> list() {
    return database
        .call(client -> client.preparedQuery(LIST).execute())
        .map(rows -> rows.stream().map(PgAccounts::account).toList());
  }

  @Override
  public Future<Optional<String>> passwordHash(AccountName name) {
    return database
        .call(client -> client.preparedQuery(PASSWORD_HASH).execute(Tuple.of(name.key())))
        .map(rows -> rows.stream().findFirst().map(row -> row.getString("password_hash")));
  }

  @Override
  public Future<Boolean> changePassword(AccountName name, String passwordHash) {
    return database
        .call(
            client ->
                client.preparedQuery(CHANGE_PASSWORD).execute(Tuple.of(name.key(), passwordHash)))
        .map(rows -> rows.iterator().next().getBoolean("changed"));
  }

  @Override
  public Future<Boolean> replacePassword(AccountName name, String hash, String newHash) {
    return database
        .rows(REPLACE_PASSWORD, Tuple.of(name.key(), hash, newHash))
        .map(rows -> rows.size() == 1);
  }

  @Override
  public Future<Outcome> change(AccountName name, Optional<Role> role, Optional<Boolean> disabled) {
    return outcome(
        CHANGE, Tuple.of(name.key(), role.map(Role::wire).orElse(null), disabled.orElse(null)));
  }

  @Override
  public Future<Outcome> remove(AccountName name) {
    return outcome(REMOVE, Tuple.of(name.key()));
  }

  private Future<Outcome> outcome(String call, Tuple values) {
    return database
        .call(client -> client.preparedQuery(call).execute(values))
        .map(rows -> rows.iterator().next().getString("outcome").toUpperCase(Locale.ROOT))
        .map(Outcome::valueOf);
  }

  /** Reads name, role, created_at and disabled. */
  static Account account(Row row) {
    return new Account(
        new AccountName(row.getString("name")),
        Role.parse(row.getString("role")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getBoolean("disabled"));
  }
}
