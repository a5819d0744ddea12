package deskbell.console;

import deskbell.conversation.Language;
import deskbell.dialog.Flows;
import deskbell.dialog.Traffic;
import deskbell.dialog.Transition;
import deskbell.dialog.drawing.Plan;
import deskbell.dialog.flow.Flow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flows and how many went which way through them, as JSON. */
record FlowUse(Flows flows, Map<Transition, Long> moves) {

  /** Every flow in use, in all its editions, those that were begun most first. */
  JsonObject list() {
    var rows =
        flows.all().stream()
            .map(this::row)
            .sorted(Comparator.comparingLong((JsonObject row) -> row.getLong("begun")).reversed())
            .toList();
    return new JsonObject().put("flows", DeskJson.array(rows, row -> row));
  }

  private JsonObject row(Flow flow) {
    var traffic = editions(flow).stream().map(edition -> new Traffic(edition, moves)).toList();
    long begun = traffic.stream().mapToLong(Traffic::begun).sum();
    long finished = traffic.stream().mapToLong(Traffic::finished).sum();
    long person = traffic.stream().mapToLong(Traffic::person).sum();
    return new JsonObject()
        .put("id", flow.id())
        .put("title", title(flow))
        .put("begun", begun)
        .put("finished", finished)
        .put("person", person)
        .put("gaveUp", Math.max(0, begun - finished - person));
  }

  /** The editions of a flow in which somebody went, and the one in use, which is the first. */
  private List<Flow> editions(Flow flow) {
    return Stream.concat(
            Stream.of(flow.edition()),
            moves.keySet().stream()
                .filter(move -> move.flow().equals(flow.id()))
                .map(Transition::edition)
                .sorted())
        .distinct()
        .flatMap(key -> flows.edition(key).stream())
        .toList();
  }

  /** The drawing of a flow in an edition, with all figures. */
  JsonObject drawn(Flow flow, Flow edition, Language language) {
    var traffic = new Traffic(edition, moves);
    var plan = Plan.of(traffic, language);
    return new JsonObject()
        .put("id", flow.id())
        .put("title", title(edition))
        .put("edition", edition.edition())
        .put("editions", DeskJson.array(editions(flow), it -> written(it, flow)))
        .put("begun", traffic.begun())
        .put("width", plan.width())
        .put("height", plan.height())
        .put("boxes", DeskJson.array(plan.boxes(), box -> box(box, traffic)))
        .put("lines", DeskJson.array(plan.lines(), line -> line(line, traffic)));
  }

  private JsonObject written(Flow edition, Flow flow) {
    return new JsonObject()
        .put("edition", edition.edition())
        .put("inUse", edition.edition().equals(flow.edition()))
        .put("begun", new Traffic(edition, moves).begun());
  }

  private static JsonObject box(Plan.Box box, Traffic traffic) {
    var json =
        new JsonObject()
            .put("step", box.step())
            .put("shape", box.shape().name().toLowerCase(Locale.ROOT))
            .put("label", box.label())
            .put("names", new JsonArray(box.names()))
            .put("words", new JsonArray(box.words()))
            .put("x", box.x())
            .put("y", box.y())
            .put("width", box.width())
            .put("height", box.height());
    if (box.step().equals(Transition.BEGIN)) {
      return json.put("reached", traffic.begun()).put("gaveUp", new JsonObject());
    }
    return json.put("reached", traffic.reached(box.step()))
        .put("gaveUp", gaveUp(box.step(), traffic));
  }

  /** Ways out without their mark, and those who went without a word; none that nobody took. */
  private static JsonObject gaveUp(String step, Traffic traffic) {
    var ways =
        Transition.OUT.stream()
            .collect(Collectors.toMap(way -> way.substring(1), way -> traffic.along(step, way)));
    ways.put("silent", traffic.silent(step));
    var json = new JsonObject();
    ways.entrySet().stream()
        .filter(way -> way.getValue() > 0)
        .forEach(way -> json.put(way.getKey(), way.getValue()));
    return json;
  }

  private static JsonObject line(Plan.Line line, Traffic traffic) {
    return new JsonObject()
        .put("from", line.from())
        .put("to", line.to())
        .put("times", traffic.along(line.from(), line.to()))
        .put("back", line.back())
        .put("path", line.path())
        .put("ways", new JsonArray(line.ways()))
        .put("label", line.label())
        .put("room", line.room())
        .put("x", line.x())
        .put("y", line.y());
  }

  private static JsonObject title(Flow flow) {
    var title = new JsonObject();
    for (var language : Language.values()) {
      title.put(language.code(), flow.title().in(language).written());
    }
    return title;
  }
}
