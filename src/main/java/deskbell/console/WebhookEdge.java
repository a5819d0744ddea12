package deskbell.console;

import deskbell.console.account.SignIns;
import deskbell.console.webhook.WebhookStore;
import deskbell.web.Edge;
import io.vertx.ext.web.Router;
import java.time.InstantSource;

/** {@code /api/webhooks}: which programs are told of what. */
public final class WebhookEdge implements Edge {
  private final SignIns signIns;
  private final DeskSettings settings;
  private final WebhookStore store;
  private final Audit audit;
  private final InstantSource clock;

  /** Routes to this store for administrators who are signed in here; changes are noted. */
  public WebhookEdge(
      SignIns signIns,
      DeskSettings settings,
      WebhookStore store,
      Audit audit,
      InstantSource clock) {
    this.signIns = signIns;
    this.settings = settings;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    var routes = new Routes(router, signIns, settings.bodyBytes());
    new WebhookRoutes(store, clock).mount(routes.forPeople().audited(audit));
  }
}
