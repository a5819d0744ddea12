package deskbell.console;

import deskbell.console.account.Account;
import deskbell.console.account.Role;
import deskbell.console.account.SessionToken;
import deskbell.console.account.SignIns;
import deskbell.conversation.Refused;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
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
 * A program shows a token instead, and its cookies are not looked at.
 */
final class Gate implements SecurityPolicyHandler {
  /** The cookie that holds the session's token. */
  static final String COOKIE = "deskbell_session";

  /** The header that holds the session's CSRF value. */
  static final String CSRF = "X-CSRF-Token";

  private static final String BEARER = "Bearer ";
  private static final int UNAUTHORIZED = 401;
  private static final String ACCOUNT = "deskbell.account";

  /** Methods that change nothing. */
  static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final SignIns signIns;
  private final Set<Role> roles;
  private final boolean programs;

  /** For people with one of these roles. */
  Gate(SignIns signIns, Set<Role> roles) {
    this(signIns, roles, false);
  }

  /**
   * For whoever has one of these roles.
   *
   * @param programs true where a program's token is enough
   */
  Gate(SignIns signIns, Set<Role> roles, boolean programs) {
    this.signIns = signIns;
    this.roles = roles;
    this.programs = programs;
  }

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    var bearer = bearer(request);
    var token = token(request);
    if (bearer.isPresent()) {
      if (programs) {
        admit(context, signIns.tokens().admit(bearer.get()), Optional.empty());
      } else {
        context.fail(new Refused("a token may not do this; sign in to the console"));
      }
    } else if (token.isPresent()) {
      admit(context, signIns.session(token.get(), true), token);
    } else {
      nobody().send(context);
    }
  }

  /** The body stays in the network until it is known who comes. */
  private void admit(
      RoutingContext context, Future<Optional<Account>> account, Optional<SessionToken> session) {
    var request = context.request();
    request.pause();
    account.onComplete(
        known -> {
          request.resume();
          admit(context, known, session);
        },
        failure -> {
          request.resume();
          context.fail(failure);
        });
  }

  private void admit(
      RoutingContext context, Optional<Account> account, Optional<SessionToken> session) {
    var changes = !READING.contains(context.request().method());
    if (account.isEmpty()) {
      nobody().send(context);
    } else if (!may(account.get().role(), roles)) {
      context.fail(new Refused("this needs the role " + names() + " or admin"));
    } else if (changes && session.isPresent() && !genuine(context, session.get())) {
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

  /** What a program shows; empty where the request is none of a program. */
  private static Optional<String> bearer(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  /** The session's token of a request; empty where there is none or it cannot be one. */
  static Optional<SessionToken> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(COOKIE))
        .flatMap(cookie -> SessionToken.ifValid(cookie.getValue()));
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
