package deskbell.console;

import deskbell.console.account.Account;
import deskbell.console.account.Password;
import deskbell.console.account.SessionToken;
import deskbell.console.account.SignIn;
import deskbell.console.account.SignIns;
import deskbell.conversation.Invalid;
import deskbell.conversation.Refused;
import deskbell.web.AddressLimit;
import deskbell.web.Site;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code /api/session}: signing in and out, and one's own password. */
final class SessionRoutes {
  private static final String PATH = "/api/session";
  private static final int BODY_LIMIT = 4 * 1024;
  private static final int MAX_NAME = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int LOCKED = 423;

  private final SignIns signIns;
  private final Site site;
  private final Duration lifetime;

  SessionRoutes(SignIns signIns, Site site, Duration lifetime) {
    this.signIns = signIns;
    this.site = site;
    this.lifetime = lifetime;
  }

  void mount(Routes routes) {
    routes.open(HttpMethod.POST, PATH, BODY_LIMIT, this::signIn);
    routes.get(PATH, Routes.ANYBODY, this::show);
    routes.delete(PATH, Routes.ANYBODY, this::signOut);
  }

  /** What is noted of one's own. */
  void mountChanges(Routes routes) {
    routes.put(PATH + "/password", Routes.ANYBODY, this::changePassword);
  }

  private Future<Response> signIn(RoutingContext context) {
    var request = context.request();
    if (!site.origins().own(request)) {
      return Future.failedFuture(new Refused("sign in from the desk's own page"));
    }
    var fields = Visit.fields(context);
    var name = fields.text("name", MAX_NAME);
    var password = new Password(fields.text("password", Password.MAX_CHARACTERS));
    return signIns.signIn(name, password, client(context)).map(outcome -> answer(context, outcome));
  }

  /** Whoever is signed in shows their password once more: an open screen is not theirs for good. */
  private Future<Response> changePassword(Visit visit) {
    var fields = visit.fields();
    var current = new Password(fields.text("current", Password.MAX_CHARACTERS));
    var chosen = Password.chosen(fields.text("password", Password.MAX_CHARACTERS));
    return signIns
        .changePassword(visit.account().name(), current, chosen, client(visit.context()))
        .map(
            outcome -> {
              if (outcome instanceof SignIn.Wrong) {
                throw new Invalid("current", "is not your password");
              }
              return answer(visit.context(), outcome);
            });
  }

  private String client(RoutingContext context) {
    return AddressLimit.key(site.proxies().client(context.request()));
  }

  private Response answer(RoutingContext context, SignIn outcome) {
    return switch (outcome) {
      case SignIn.Opened(var token, var account) -> {
        context.response().addCookie(cookie(context, token.secret(), lifetime));
        yield Response.ok(json(account, token));
      }
      case SignIn.Wrong() ->
          Response.error(UNAUTHORIZED, "wrong_sign_in", "name or password is wrong");
      case SignIn.Locked(var wait) ->
          Response.error(LOCKED, "locked", "too many wrong passwords").retryAfter(wait);
    };
  }

  private Future<Response> show(Visit visit) {
    var token = Gate.token(visit.context().request()).orElseThrow();
    return Future.succeededFuture(Response.ok(json(visit.account(), token)));
  }

  private Future<Response> signOut(Visit visit) {
    var token = Gate.token(visit.context().request()).orElseThrow();
    return signIns
        .signOut(token)
        .map(
            ended -> {
              visit.context().response().addCookie(cookie(visit.context(), "", Duration.ZERO));
              return Response.done();
            });
  }

  private Cookie cookie(RoutingContext context, String value, Duration maxAge) {
    return Cookie.cookie(Gate.COOKIE, value)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(site.proxies().secure(context.request()))
        .setPath("/")
        .setMaxAge(maxAge.toSeconds());
  }

  private static JsonObject json(Account account, SessionToken token) {
    return new JsonObject()
        .put("name", account.name().value())
        .put("role", account.role().wire())
        .put("csrf", token.csrf());
  }
}
