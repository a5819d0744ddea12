package deskbell;

import deskbell.console.Audit;
import deskbell.console.account.AccountName;
import deskbell.console.account.AccountSettings;
import deskbell.console.account.Accounts;
import deskbell.console.account.Password;
import deskbell.console.account.PasswordWorker;
import deskbell.console.account.Role;
import deskbell.conversation.Invalid;
import deskbell.store.Database;
import deskbell.store.DatabaseLocation;
import deskbell.store.DatabaseSettings;
import deskbell.store.PgAccounts;
import deskbell.store.PgAudit;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code user}: people who may sign in to the desk. Works while the server runs, or without it. */
@Command(
    name = "user",
    description = "Adds, lists and removes people who may sign in to the desk.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|list|password|remove")
final class UserCommand implements Runnable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 1;

  /** The requests that do the same: in the list of who changed what they are one thing. */
  private static final String ADDED = "POST /api/users";

  private static final String PASSWORD = "PUT /api/users/:name/password";
  private static final String REMOVED = "DELETE /api/users/:name";

  @Option(
      names = "--database",
      defaultValue = "embedded",
      paramLabel = "ADDRESS",
      scope = ScopeType.INHERIT,
      description = "embedded, or postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…")
  String database;

  @Option(
      names = "--data",
      defaultValue = "data",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "folder of the embedded database")
  Path data;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: add, list, password, remove");
  }

  @Command(name = "add", description = "Adds somebody; prints a random password, once.")
  int add(
      @Parameters(paramLabel = "NAME", description = "shown to shoppers") String name,
      @Option(names = "--role", required = true, paramLabel = "agent|editor|admin") String role,
      @Option(
              names = "--password-stdin",
              description = "reads the password from standard input instead")
          boolean given)
      throws IOException, TimeoutException {
    var who = new AccountName(name);
    var what = Role.parse(role);
    var password = given ? read() : Password.random();
    var details = new JsonObject().put("role", what.wire());
    with(accounts -> accounts.add(who, what, password), ADDED, who, details);
    out().println(who + " may sign in as " + what.wire());
    show(password, given);
    return 0;
  }

  @Command(name = "list", description = "Lists who may sign in.")
  int list() throws TimeoutException {
    with((accounts, _) -> accounts.list())
        .forEach(
            account ->
                out()
                    .printf(
                        "%s\t%s\t%s%s%n",
                        account.name(),
                        account.role().wire(),
                        account.createdAt(),
                        account.disabled() ? "\tmay not sign in" : ""));
    return 0;
  }

  @Command(
      name = "password",
      description = "Sets another password and signs them out; prints a random one, once.")
  int password(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--password-stdin",
              description = "reads the password from standard input instead")
          boolean given)
      throws IOException, TimeoutException {
    var who = new AccountName(name);
    var password = given ? read() : Password.random();
    with(accounts -> accounts.changePassword(who, password), PASSWORD, who, new JsonObject());
    out().println(who + " has another password and is signed out everywhere");
    show(password, given);
    return 0;
  }

  @Command(name = "remove", description = "Removes somebody and signs them out.")
  int remove(@Parameters(paramLabel = "NAME") String name) throws TimeoutException {
    var who = new AccountName(name);
    with(accounts -> accounts.remove(who), REMOVED, who, new JsonObject());
    out().println(who + " may no longer sign in");
    return 0;
  }

  /** Makes a change and notes it where administrators see who changed what. */
  private <T> void with(
      Function<Accounts, Future<T>> change, String action, AccountName who, JsonObject details)
      throws TimeoutException {
    with(
        (accounts, audit) ->
            change
                .apply(accounts)
                .compose(_ -> audit.note(Audit.OPERATOR, action, who.value(), details)));
  }

  private <T> T with(BiFunction<Accounts, Audit, Future<T>> task) throws TimeoutException {
    var vertx = Vertx.vertx();
    try {
      var open = ready(Database.open(vertx, settings()));
      try (var passwords = new PasswordWorker(vertx, AccountSettings.DEFAULTS)) {
        return ready(
            task.apply(
                new Accounts(new PgAccounts(open), passwords, InstantSource.system()),
                new PgAudit(open)));
      } finally {
        ready(open.close());
      }
    } finally {
      ready(vertx.close());
    }
  }

  private DatabaseSettings settings() {
    return DatabaseSettings.at(DatabaseLocation.parse(database, data.resolve("postgresql")))
        .withPoolSize(CONNECTIONS);
  }

  private static <T> T ready(Future<T> future) throws TimeoutException {
    return future.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void show(Password password, boolean given) {
    if (!given) {
      out().println("password, shown this once: " + password.clear());
    }
  }

  private static Password read() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var line = in.readLine();
    if (line == null) {
      throw new Invalid("password", "is missing on standard input");
    }
    return Password.chosen(line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
