package deskbell.dialog.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stretches of steps that several flows share, put in where a flow says {@code include: NAME}. They
 * become the flow's own steps and speak of the flow's own slots.
 */
final class Parts {
  static final List<String> KNOWN = List.of("include");

  private final Map<String, Value> parts;
  private final Shapes shapes;

  Parts(Map<String, Value> parts, Shapes shapes) {
    this.parts = parts;
    this.shapes = shapes;
  }

  /** The steps with each include replaced by its part. */
  List<Value.Fields> expand(List<Value> steps) {
    return expand(steps, List.of());
  }

  private List<Value.Fields> expand(List<Value> steps, List<String> within) {
    var expanded = new ArrayList<Value.Fields>();
    for (var step : steps) {
      var fields = shapes.map(step, "a step");
      if (fields.has("include")) {
        expanded.addAll(included(fields, within));
      } else {
        expanded.add(fields);
      }
    }
    return expanded;
  }

  private List<Value.Fields> included(Value.Fields fields, List<String> within) {
    shapes.fields(fields, "step include", KNOWN);
    var value = fields.get("include").orElseThrow();
    var name = shapes.known(value, "part", parts.keySet());
    if (name.isEmpty()) {
      return List.of();
    }
    if (within.contains(name.get())) {
      shapes.wrong(value.place(), "part " + name.get() + " includes itself");
      return List.of();
    }
    var inner = new ArrayList<>(within);
    inner.add(name.get());
    return expand(shapes.items(parts.get(name.get()), "part " + name.get()), inner);
  }
}
