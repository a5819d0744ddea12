package deskbell.console;

import deskbell.web.Edge;
import io.vertx.ext.web.Router;
import java.util.List;

/** {@code /api}: what agents, editors and administrators ask for and change. */
public final class ConsoleEdge implements Edge {
  private final Console console;
  private List<Routes.Guarded> guarded = List.of();

  /** Routes of this console. */
  public ConsoleEdge(Console console) {
    this.console = console;
  }

  @Override
  public void mount(Router router) {
    var routes = new Routes(router, console.signIns(), console.settings().bodyBytes());
    var session =
        new SessionRoutes(console.signIns(), console.site(), console.accountSettings().absolute());
    session.mount(routes.forPeople());
    var workplace = console.workplace();
    var audited = routes.forPeople().audited(workplace.audit());
    session.mountChanges(audited);
    new UserRoutes(console.accounts()).mount(audited);
    new TokenRoutes(console.signIns().tokens()).mount(audited);
    new SetupRoutes(console.desk(), workplace.furnishings()).mount(audited);
    new AuditRoutes(workplace.audit()).mount(audited);
    new HoursRoutes(workplace.setup(), console.clock()).mount(audited);
    new OriginRoutes(workplace.setup()).mount(audited);
    new TicketRoutes(console.desk(), console.queue()).mount(routes);
    new ConversationRoutes(console.desk(), console.transcripts(), console.clock()).mount(routes);
    new ShiftRoutes(console.desk(), workplace).mount(routes);
    new BesideRoutes(console.transcripts(), workplace).mount(routes);
    new ArchiveRoutes(workplace.archive(), workplace.figures(), console.clock()).mount(routes);
    guarded = routes.guarded();
  }

  /** Every route that asks who comes. */
  List<Routes.Guarded> guarded() {
    return guarded;
  }
}
