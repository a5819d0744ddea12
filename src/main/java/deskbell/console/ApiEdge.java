package deskbell.console;

import deskbell.web.Answers;
import deskbell.web.Edge;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code GET /api/openapi.json}: what this server's REST interface is, for anybody. On the event
 * loop.
 */
public final class ApiEdge implements Edge {
  /** Where the document is served. */
  static final String PATH = ApiDocument.ROOT + "openapi.json";

  private static final ApiTexts TEXTS = ApiTexts.read();
  private static final int OK = 200;

  private JsonObject document = new JsonObject();

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(context -> show(context, router));
  }

  /** Made when first asked for: by then every edge has mounted its routes. */
  private void show(RoutingContext context, Router router) {
    if (document.isEmpty()) {
      document = ApiDocument.of(TEXTS, router.getRoutes());
    }
    Answers.json(context, OK, document);
  }
}
