package deskbell.console;

import deskbell.console.account.AccountName;
import deskbell.console.account.ApiToken;
import deskbell.console.account.ApiTokens;
import deskbell.console.account.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** {@code /api/tokens}: which programs of the shop are let in. */
final class TokenRoutes {
  private static final String ALL = "/api/tokens";
  private static final int MAX_ROLE = 20;

  private final ApiTokens tokens;

  TokenRoutes(ApiTokens tokens) {
    this.tokens = tokens;
  }

  void mount(Routes routes) {
    routes.get(ALL, Routes.ADMINS, this::list);
    routes.post(ALL, Routes.ADMINS, this::create);
    routes.delete(ALL + "/:id", Routes.ADMINS, this::revoke);
  }

  private Future<Response> list(Visit visit) {
    return tokens
        .list()
        .map(
            all ->
                Response.ok(
                    new JsonObject().put("tokens", DeskJson.array(all, TokenRoutes::json))));
  }

  /** The secret is shown here and never again. */
  private Future<Response> create(Visit visit) {
    var fields = visit.fields();
    var name = new AccountName(fields.text("name", AccountName.MAX_CHARACTERS));
    var role = Role.parse(fields.text("role", MAX_ROLE));
    var days = fields.number("days");
    visit.noting("role", role.wire());
    visit.noting("days", days);
    return tokens
        .create(name, role, days, visit.account().name())
        .map(made -> Response.created(json(made.token()).put("secret", made.secret().text())));
  }

  private Future<Response> revoke(Visit visit) {
    var id = visit.numberInPath("id");
    return tokens
        .list()
        .onSuccess(
            all ->
                all.stream()
                    .filter(token -> token.id() == id)
                    .forEach(token -> visit.about(token.name().value())))
        .compose(_ -> tokens.revoke(id))
        .map(Response.done());
  }

  private static JsonObject json(ApiToken token) {
    var json =
        new JsonObject()
            .put("id", token.id())
            .put("name", token.name().value())
            .put("role", token.role().wire())
            .put("createdBy", token.createdBy())
            .put("createdAt", token.createdAt().toString())
            .put("expiresAt", token.expiresAt().toString());
    token.usedAt().ifPresent(at -> json.put("usedAt", at.toString()));
    return json;
  }
}
