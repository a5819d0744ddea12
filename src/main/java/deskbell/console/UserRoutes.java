package deskbell.console;

import deskbell.console.account.Account;
import deskbell.console.account.AccountName;
import deskbell.console.account.Accounts;
import deskbell.console.account.Password;
import deskbell.console.account.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** {@code /api/users}: who may sign in. */
final class UserRoutes {
  private static final int MAX_ROLE = 20;

  private final Accounts accounts;

  UserRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  void mount(Routes routes) {
    routes.get("/api/users", Routes.ADMINS, this::list);
    routes.post("/api/users", Routes.ADMINS, this::add);
    routes.delete("/api/users/:name", Routes.ADMINS, this::remove);
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
    var chosen = fields.optionalText("password", Password.MAX_CHARACTERS).map(Password::chosen);
    var password = chosen.orElseGet(Password::random);
    return accounts
        .add(name, role, password)
        .map(
            account ->
                Response.created(
                    chosen.isPresent()
                        ? json(account)
                        : json(account).put("password", password.clear())));
  }

  private Future<Response> remove(Visit visit) {
    return accounts.remove(new AccountName(visit.path("name"))).map(Response.done());
  }

  private static JsonObject json(Account account) {
    return new JsonObject()
        .put("name", account.name().value())
        .put("role", account.role().wire())
        .put("createdAt", account.createdAt().toString());
  }
}
