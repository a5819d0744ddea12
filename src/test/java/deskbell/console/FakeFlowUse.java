package deskbell.console;

import deskbell.conversation.Language;
import deskbell.dialog.Flows;
import deskbell.dialog.Transition;
import deskbell.dialog.drawing.Plan;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The shipped flows, and three hundred who wander through one of them, always the same ones. */
final class FakeFlowUse {
  private static final int WANDERERS = 300;
  private static final int LONGEST = 40;
  private static final double SILENT = 0.08;
  private static final double STOP = 0.03;

  private final Flows flows = Flows.load(Path.of("dialog-flows"));
  private final Map<Transition, Long> moves = new HashMap<>();

  FakeFlowUse() {
    var flow = flows.flow("track-order").orElseThrow();
    var plan = Plan.of(flow, Language.EN);
    var chance = new Random(7);
    for (int i = 0; i < WANDERERS; i++) {
      wander(flow, plan, chance);
    }
  }

  private void wander(Flow flow, Plan plan, Random chance) {
    var at = Transition.BEGIN;
    for (int i = 0; i < LONGEST; i++) {
      var here = at;
      var ways = plan.lines().stream().filter(line -> line.from().equals(here)).toList();
      var asks = flow.steps().get(here) instanceof Step.Collect;
      if (ways.isEmpty() || (asks && chance.nextDouble() < SILENT)) {
        return;
      }
      if (asks && chance.nextDouble() < STOP) {
        gone(flow, here, Transition.LEFT);
        return;
      }
      at = ways.get(chance.nextInt(ways.size())).to();
      gone(flow, here, at);
    }
  }

  private void gone(Flow flow, String from, String to) {
    moves.merge(new Transition(flow.id(), flow.edition(), from, to), 1L, Long::sum);
  }

  void mount(FakeDesk.Mount mount) {
    var use = new FlowUse(flows, moves);
    mount.add(HttpMethod.GET, "/api/usage/flows", (context, body) -> from(use.list()));
    mount.add(
        HttpMethod.GET,
        "/api/usage/flows/:id",
        (context, body) -> {
          var flow = flows.flow(context.pathParam("id")).orElseThrow();
          var language = Language.parse(context.request().getParam("language", "en"));
          return from(use.drawn(flow, flow, language));
        });
  }

  private static JsonObject from(JsonObject answer) {
    return answer.put("from", "2026-10-24");
  }
}
