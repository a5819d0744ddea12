package deskbell.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the browser code: each file at its path, a folder's {@code index.html} at the folder's,
 * the example shop's page at {@code /}. Mount it last. Browsers keep what they got and ask whether
 * it still holds.
 */
public final class StaticFiles implements Edge {
  private static final Logger LOG = LoggerFactory.getLogger(StaticFiles.class);
  private static final String INDEX = "index.html";
  private static final String FRONT = "shop/" + INDEX;
  private static final int NOT_MODIFIED = 304;

  private final Pages pages;

  /** Serves these. */
  public StaticFiles(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::serve);
  }

  private void serve(RoutingContext context) {
    var path = context.normalizedPath().substring(1);
    var file = path.isEmpty() ? FRONT : path.endsWith("/") ? path + INDEX : path;
    pages.find(file).onSuccess(found -> answer(context, file, found)).onFailure(context::fail);
  }

  private void answer(RoutingContext context, String file, Optional<Page> found) {
    if (found.isPresent()) {
      send(context, file, found.get());
      return;
    }
    pages
        .find(file + "/" + INDEX)
        .onSuccess(folder -> folder.ifPresentOrElse(page -> slash(context), context::next))
        .onFailure(context::fail);
  }

  private static void slash(RoutingContext context) {
    context.redirect(context.normalizedPath() + "/").onFailure(gone -> LOG.debug("gone", gone));
  }

  private static void send(RoutingContext context, String file, Page page) {
    var request = context.request();
    var response = context.response();
    var zipped = page.gzip().filter(any -> accepts(request.getHeader("Accept-Encoding"), "gzip"));
    var tag = zipped.isPresent() ? page.tag().replaceFirst("\"$", "-gz\"") : page.tag();
    response
        .putHeader("ETag", tag)
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Vary", "Accept-Encoding");
    if (file.startsWith("widget/") || file.startsWith("shared/")) {
      response
          .putHeader("Access-Control-Allow-Origin", "*")
          .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (accepts(request.getHeader("If-None-Match"), tag)) {
      response.setStatusCode(NOT_MODIFIED).end().onFailure(gone -> LOG.debug("gone", gone));
      return;
    }
    zipped.ifPresent(any -> response.putHeader("Content-Encoding", "gzip"));
    response
        .putHeader("Content-Type", page.type())
        .end(zipped.orElse(page.body()))
        .onFailure(gone -> LOG.debug("{} was not delivered", file, gone));
  }

  private static boolean accepts(String header, String value) {
    return header != null && header.contains(value);
  }
}
