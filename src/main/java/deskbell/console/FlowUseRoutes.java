package deskbell.console;

import deskbell.conversation.Language;
import deskbell.conversation.NotFound;
import io.vertx.core.Future;
import java.util.Optional;

/** {@code /api/usage/flows}: how many go which way through flows, and where they give up. */
final class FlowUseRoutes {
  private final ReviewDesk desk;

  FlowUseRoutes(ReviewDesk desk) {
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.get("/api/usage/flows", Routes.EDITORS, this::all);
    routes.get("/api/usage/flows/:id", Routes.EDITORS, this::one);
  }

  private Future<Response> all(Visit visit) {
    var from = UseRoutes.from(visit, desk);
    return desk.ways()
        .moves(from, Optional.empty())
        .map(moves -> new FlowUse(desk.flows().get(), moves))
        .map(use -> Response.ok(use.list().put("from", from.toString())));
  }

  private Future<Response> one(Visit visit) {
    var id = visit.path("id");
    var flows = desk.flows().get();
    var flow = flows.flow(id).orElseThrow(() -> new NotFound("there is no flow " + id));
    var language = visit.query("language").map(Language::parse).orElse(Language.EN);
    var edition =
        visit
            .query("edition")
            .map(
                key ->
                    flows
                        .edition(key)
                        .filter(it -> it.id().equals(id))
                        .orElseThrow(() -> new NotFound("flow " + id + " has no edition " + key)))
            .orElse(flow);
    var from = UseRoutes.from(visit, desk);
    return desk.ways()
        .moves(from, Optional.of(id))
        .compose(
            moves ->
                desk.worker().call(() -> new FlowUse(flows, moves).drawn(flow, edition, language)))
        .map(drawn -> Response.ok(drawn.put("from", from.toString())));
  }
}
