package deskbell.console;

import deskbell.console.account.SignIns;
import deskbell.web.Edge;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /api}: what shoppers asked in vain, which articles and flows are used, what a change would
 * change, articles in and out.
 */
public final class ReviewEdge implements Edge {
  private final SignIns signIns;
  private final DeskSettings settings;
  private final ReviewDesk desk;
  private final ArticleDesk articles;
  private List<Routes.Guarded> guarded = List.of();

  /** Routes to these desks for whoever is signed in here. */
  public ReviewEdge(SignIns signIns, DeskSettings settings, ReviewDesk desk, ArticleDesk articles) {
    this.signIns = signIns;
    this.settings = settings;
    this.desk = desk;
    this.articles = articles;
  }

  @Override
  public void mount(Router router) {
    var routes = new Routes(router, signIns, settings.bodyBytes());
    new NeedRoutes(desk).mount(routes);
    new UseRoutes(desk).mount(routes);
    new FlowUseRoutes(desk).mount(routes);
    new WhatIfRoutes(desk).mount(routes);
    var large = new Routes(router, signIns, TransferRoutes.MAX_BYTES);
    new TransferRoutes(articles, desk.worker()).mount(large);
    guarded = Stream.concat(routes.guarded().stream(), large.guarded().stream()).toList();
  }

  /** Every route, with whom it lets in. */
  List<Routes.Guarded> guarded() {
    return guarded;
  }
}
