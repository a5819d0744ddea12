package deskbell.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Puts the headers that keep browsers careful on every answer. Pages run only scripts and styles of
 * this server; nothing may frame the desk.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors ";
  private static final String PAGES = POLICY + "'self'";
  private static final String DESK = POLICY + "'none'";
  private static final String HSTS = "max-age=31536000";

  private final Proxies proxies;

  SecurityHeaders(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public void handle(RoutingContext context) {
    var desk = context.normalizedPath().startsWith("/console");
    var headers =
        context
            .response()
            .headers()
            .set("Content-Security-Policy", desk ? DESK : PAGES)
            .set("X-Content-Type-Options", "nosniff")
            .set("X-Frame-Options", desk ? "DENY" : "SAMEORIGIN")
            .set("Referrer-Policy", "strict-origin-when-cross-origin")
            .set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (proxies.secure(context.request())) {
      headers.set("Strict-Transport-Security", HSTS);
    }
    context.next();
  }
}
