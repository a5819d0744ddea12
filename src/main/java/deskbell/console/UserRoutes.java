package deskbell.console;

import deskbell.console.account.Account;
import deskbell.console.account.AccountName;
import deskbell.console.account.Accounts;
import deskbell.console.account.Password;
import deskbell.console.account.Role;
import deskbell.conversation.Invalid;
import deskbell.web.Fields;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** {@code /api/users}: who may sign in, and as what. */
final class UserRoutes {
  private static final String ALL = "/api/users";
  private static final String ONE = ALL + "/:name";
  private static final int MAX_ROLE = 20;

  private final Accounts accounts;

  UserRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  void mount(Routes routes) {
    routes.get(ALL, Routes.ADMINS, this::list);
    routes.post(ALL, Routes.ADMINS, this::add);
    routes.put(ONE, Routes.ADMINS, this::change);
    routes.put(ONE + "/password", Routes.ADMINS, this::changePassword);
    routes.delete(ONE, Routes.ADMINS, this::remove);
  }

  private Future<Response> list(Visit visit) {
    return accounts
        .list()
        .map(
            all -> {
              var users = new JsonArray();
              all.forEach(account -> users.add(json(account)));
              return Response.ok(new JsonObject().put("users", users));
            });
  }

  /** Without a password a random one is made, which is shown here and never again. */
  private Future<Response> add(Visit visit) {
    var fields = visit.fields();
    var name = new AccountName(fields.text("name", AccountName.MAX_CHARACTERS));
    var role = Role.parse(fields.text("role", MAX_ROLE));
    var chosen = chosen(fields);
    var password = chosen.orElseGet(Password::random);
    visit.noting("role", role.wire());
    return accounts
        .add(name, role, password)
        .map(
            account ->
                Response.created(
                    chosen.isPresent()
                        ? json(account)
                        : json(account).put("password", password.clear())));
  }

  private Future<Response> change(Visit visit) {
    var fields = visit.fields();
    var role = fields.optionalText("role", MAX_ROLE).map(Role::parse);
    var disabled = fields.optionalFlag("disabled");
    if (role.isEmpty() && disabled.isEmpty()) {
      throw new Invalid("role", "is missing, and so is disabled; give one of them");
    }
    role.ifPresent(now -> visit.noting("role", now.wire()));
    disabled.ifPresent(now -> visit.noting("disabled", now));
    return accounts.change(name(visit), role, disabled).map(Response.done());
  }

  /** As {@link #add}: a random password where none is chosen. */
  private Future<Response> changePassword(Visit visit) {
    var chosen = chosen(visit.fields());
    var password = chosen.orElseGet(Password::random);
    return accounts
        .changePassword(name(visit), password)
        .map(
            changed ->
                chosen.isPresent()
                    ? Response.done()
                    : Response.ok(new JsonObject().put("password", password.clear())));
  }

  private Future<Response> remove(Visit visit) {
    return accounts.remove(name(visit)).map(Response.done());
  }

  private static AccountName name(Visit visit) {
    return new AccountName(visit.path("name"));
  }

  private static Optional<Password> chosen(Fields fields) {
    return fields.optionalText("password", Password.MAX_CHARACTERS).map(Password::chosen);
  }

  private static JsonObject json(Account account) {
    return new JsonObject()
        .put("name", account.name().value())
        .put("role", account.role().wire())
        .put("createdAt", account.createdAt().toString())
        .put("disabled", account.disabled());
  }
}
