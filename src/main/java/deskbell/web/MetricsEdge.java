package deskbell.web;

import deskbell.conversation.Refused;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /metrics} for the operator's own networks. */
public final class MetricsEdge implements Edge {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Metrics metrics;
  private final Site site;
  private final Proxies readers;

  /** Shows them to the networks named. */
  public MetricsEdge(Metrics metrics, Site site, List<Cidr> readers) {
    this.metrics = metrics;
    this.site = site;
    this.readers = new Proxies(readers);
  }

  @Override
  public void mount(Router router) {
    router.get("/metrics").handler(this::show);
  }

  private void show(RoutingContext context) {
    var request = context.request();
    if (site.proxies().hidden(request) || !readers.trusts(site.proxies().client(request))) {
      context.fail(new Refused("metrics are shown to the operator's networks only"));
      return;
    }
    Answers.send(context, 200, TYPE, metrics.scrape());
  }
}
