package deskbell.console;

import deskbell.handoff.Desk;
import deskbell.handoff.Ticket;
import deskbell.handoff.TicketState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;

/** {@code /api/tickets}: who waits, and taking them. */
final class TicketRoutes {
  private final Desk desk;
  private final QueueWatch queue;

  TicketRoutes(Desk desk, QueueWatch queue) {
    this.desk = desk;
    this.queue = queue;
  }

  void mount(Routes routes) {
    routes.get("/api/tickets", Routes.AGENTS, this::list);
    routes.post("/api/tickets/:id/claim", Routes.AGENTS, this::claim);
  }

  private Future<Response> list(Visit visit) {
    var me = visit.agent().name();
    Predicate<Ticket> waits = ticket -> ticket.state() == TicketState.WAITING;
    Predicate<Ticket> mine = ticket -> ticket.agent().filter(me::equals).isPresent();
    return desk.open()
        .onSuccess(queue::listed)
        .map(
            open ->
                Response.ok(
                    new JsonObject()
                        .put("waiting", DeskJson.array(those(open, waits), DeskJson::ticket))
                        .put(
                            "mine",
                            DeskJson.array(those(open, waits.negate().and(mine)), DeskJson::ticket))
                        .put(
                            "others",
                            DeskJson.array(
                                those(open, waits.or(mine).negate()), DeskJson::ticket))));
  }

  private Future<Response> claim(Visit visit) {
    return desk.claim(visit.numberInPath("id"), visit.agent()).map(DeskJson::moved);
  }

  private static List<Ticket> those(List<Ticket> open, Predicate<Ticket> which) {
    return open.stream().filter(which).toList();
  }
}
