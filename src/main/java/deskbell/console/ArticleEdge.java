package deskbell.console;

import deskbell.console.account.SignIns;
import deskbell.web.Edge;
import io.vertx.ext.web.Router;
import java.util.List;

/** {@code /api}: articles, synonyms and "ask as a shopper". */
public final class ArticleEdge implements Edge {
  private final SignIns signIns;
  private final DeskSettings settings;
  private final ArticleDesk desk;
  private List<Routes.Guarded> guarded = List.of();

  /** Routes to this desk for whoever is signed in here. */
  public ArticleEdge(SignIns signIns, DeskSettings settings, ArticleDesk desk) {
    this.signIns = signIns;
    this.settings = settings;
    this.desk = desk;
  }

  @Override
  public void mount(Router router) {
    var routes = new Routes(router, signIns, settings.bodyBytes());
    new ArticleRoutes(desk).mount(routes);
    new SynonymRoutes(desk).mount(routes);
    new AskRoutes(desk).mount(routes);
    guarded = routes.guarded();
  }

  /** Every route, with whom it lets in. */
  List<Routes.Guarded> guarded() {
    return guarded;
  }
}
