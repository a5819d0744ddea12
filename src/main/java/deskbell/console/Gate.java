package deskbell.console;

import deskbell.console.account.Account;
import deskbell.console.account.Role;
import deskbell.console.account.SessionToken;
import deskbell.console.account.SignIns;
import deskbell.conversation.Invalid;
import deskbell.conversation.Refused;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who is signed in with a role that may, before anything of the body is read. A change also
 * needs the session's CSRF value in a header, which another site's page can neither read nor send.
 */
final class Gate implements SecurityPolicyHandler {
  /** The cookie that holds the session's token. */
  static final String COOKIE = "deskbell_session";

  /** The header that holds the session's CSRF value. */
  static final String CSRF = "X-CSRF-Token";

  private static final int UNAUTHORIZED = 401;
  private static final String ACCOUNT = "deskbell.account";
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final SignIns signIns;
  private final Set<Role> roles;

  Gate(SignIns signIns, Set<Role> roles) {
    this.signIns = signIns;
    this.roles = roles;
  }

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    var token = token(request);
    if (token.isEmpty()) {
      nobody().send(context);
      return;
    }
    request.pause();
    signIns
        .session(token.get(), true)
        .onComplete(
            account -> {
              request.resume();
              admit(context, token.get(), account);
            },
            failure -> {
              request.resume();
              context.fail(failure);
            });
  }

  private void admit(RoutingContext context, SessionToken token, Optional<Account> account) {
    if (account.isEmpty()) {
      nobody().send(context);
    } else if (!may(account.get().role(), roles)) {
      context.fail(new Refused("this needs the role " + names() + " or admin"));
    } else if (!READING.contains(context.request().method()) && !genuine(context, token)) {
      context.fail(new Refused("header " + CSRF + " is missing or not this session's"));
    } else {
      context.put(ACCOUNT, account.get());
      context.next();
    }
  }

  /** Whom the gate of this request has let in. */
  static Visit visit(RoutingContext context) {
    return new Visit(context, Objects.requireNonNull(context.get(ACCOUNT), "not admitted"));
  }

  /** The session's token of a request; empty where there is none or it cannot be one. */
  static Optional<SessionToken> token(HttpServerRequest request) {
    var cookie = request.getCookie(COOKIE);
    if (cookie == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SessionToken(cookie.getValue()));
    } catch (Invalid forged) {
      return Optional.empty();
    }
  }

  /** True where one of these roles is enough and this one has it. */
  static boolean may(Role role, Set<Role> roles) {
    return roles.stream().anyMatch(role::covers);
  }

  static Response nobody() {
    return Response.error(UNAUTHORIZED, "unauthorized", "sign in first");
  }

  private static boolean genuine(RoutingContext context, SessionToken token) {
    var given = context.request().getHeader(CSRF);
    return given != null && token.csrfIs(given);
  }

  private String names() {
    return String.join(" or ", roles.stream().map(Role::wire).sorted().toList());
  }
}
