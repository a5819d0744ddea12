package deskbell.console;

import deskbell.console.account.Role;
import deskbell.console.account.SignIns;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds routes that each say who may use them. */
final class Routes {
  /** Whoever is signed in. */
  static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

  static final Set<Role> AGENTS = EnumSet.of(Role.AGENT);
  static final Set<Role> EDITORS = EnumSet.of(Role.EDITOR);
  static final Set<Role> AGENTS_AND_EDITORS = EnumSet.of(Role.AGENT, Role.EDITOR);
  static final Set<Role> ADMINS = EnumSet.of(Role.ADMIN);

  /** The key of a route's {@link Guarded} among its metadata; open routes have none. */
  static final String GUARDED = "deskbell.guarded";

  private static final int TOO_LARGE = 413;
  private static final int FAILED = 300;
  private static final int MAX_SUBJECT = 200;

  /**
   * A route and whom it lets in.
   *
   * @param programs true where a program's token is enough
   */
  record Guarded(HttpMethod method, String path, Set<Role> roles, boolean programs) {}

  private final Router router;
  private final SignIns signIns;
  private final int bodyLimit;
  private final List<Guarded> guarded;
  private final boolean programs;
  private final Optional<Audit> audit;

  /** Routes for people and for programs. */
  Routes(Router router, SignIns signIns, int bodyLimit) {
    this(router, signIns, bodyLimit, new ArrayList<>(), true, Optional.empty());
  }

  private Routes(
      Router router,
      SignIns signIns,
      int bodyLimit,
      List<Guarded> guarded,
      boolean programs,
      Optional<Audit> audit) {
    this.router = router;
    this.signIns = signIns;
    this.bodyLimit = bodyLimit;
    this.guarded = guarded;
    this.programs = programs;
    this.audit = audit;
  }

  /** The same for people alone: what would outlive a program's token, and sessions. */
  Routes forPeople() {
    return new Routes(router, signIns, bodyLimit, guarded, false, audit);
  }

  /** The same, with every change noted there once it was made. */
  Routes audited(Audit log) {
    return new Routes(router, signIns, bodyLimit, guarded, programs, Optional.of(log));
  }

  void get(String path, Set<Role> roles, Action action) {
    add(HttpMethod.GET, path, roles, action);
  }

  void post(String path, Set<Role> roles, Action action) {
    add(HttpMethod.POST, path, roles, action);
  }

  void put(String path, Set<Role> roles, Action action) {
    add(HttpMethod.PUT, path, roles, action);
  }

  void delete(String path, Set<Role> roles, Action action) {
    add(HttpMethod.DELETE, path, roles, action);
  }

  /** Adds a route that lets everybody in, with a small body. */
  void open(HttpMethod method, String path, int limit, Unguarded action) {
    router
        .route(method, path)
        .handler(BodyHandler.create(false).setBodyLimit(limit))
        .handler(context -> answer(context, action.on(context)))
        .failureHandler(context -> failed(context, limit));
  }

  /** Every guarded route. */
  List<Guarded> guarded() {
    return List.copyOf(guarded);
  }

  private void add(HttpMethod method, String path, Set<Role> roles, Action action) {
    var route = new Guarded(method, path, roles, programs);
    guarded.add(route);
    router
        .route(method, path)
        .putMetadata(GUARDED, route)
        .handler(new Gate(signIns, roles, programs))
        .handler(BodyHandler.create(false).setBodyLimit(bodyLimit))
        .handler(context -> answer(context, noted(route, action).on(Gate.visit(context))))
        .failureHandler(context -> failed(context, bodyLimit));
  }

  private Action noted(Guarded route, Action action) {
    if (audit.isEmpty() || Gate.READING.contains(route.method())) {
      return action;
    }
    return visit ->
        action
            .on(visit)
            .compose(
                response ->
                    response.status() < FAILED
                        ? audit
                            .get()
                            .note(
                                visit.account().name().value(),
                                what(route),
                                whom(visit),
                                visit.details())
                            .map(response)
                        : Future.succeededFuture(response));
  }

  private static String what(Guarded route) {
    return route.method() + " " + route.path();
  }

  /** What the action says, else what the path names; what was made is named by the body. */
  private static String whom(Visit visit) {
    return visit.subject().orElseGet(() -> named(visit));
  }

  private static String named(Visit visit) {
    var parts = visit.context().pathParams().values();
    return parts.isEmpty()
        ? visit.fields().optionalText("name", MAX_SUBJECT).orElse("")
        : String.join(" ", parts);
  }

  private static void answer(RoutingContext context, Future<Response> response) {
    response.onSuccess(answer -> answer.send(context)).onFailure(context::fail);
  }

  private static void failed(RoutingContext context, int limit) {
    if (context.statusCode() == TOO_LARGE) {
      Response.error(TOO_LARGE, "too_large", "the body has more than " + limit + " bytes")
          .send(context);
    } else {
      context.next();
    }
  }

  /** Answers requests of anybody. */
  @FunctionalInterface
  interface Unguarded {
    /** The answer; a failure of the error family is answered as such. */
    Future<Response> on(RoutingContext context);
  }
}
