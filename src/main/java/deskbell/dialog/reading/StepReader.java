package deskbell.dialog.reading;

import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import deskbell.dialog.flow.Wordings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads steps. Lists nest in the file (what follows an outcome stands below it) and become flat:
 * each step names its successor, and the last one of an inner list is followed by what follows the
 * outer step.
 */
final class StepReader {
  private static final Pattern NAMED = Pattern.compile("\\{([a-z][a-z0-9_]*)\\}");

  private final Shapes shapes;
  private final TextReader texts;
  private final Parts parts;
  private final List<String> departments;
  private final Draft draft;
  private final WayReader ways;
  private final List<Value> jumps = new ArrayList<>();

  StepReader(Shapes shapes, TextReader texts, Parts parts, List<String> departments, Draft draft) {
    this.departments = departments;
    this.shapes = shapes;
    this.texts = texts;
    this.parts = parts;
    this.draft = draft;
    this.ways = new WayReader(shapes, draft, this::list);
  }

  /** Reads a flow's steps into its draft. */
  void read(Value steps) {
    draft.startAt(list(steps, "", Draft.NOWHERE));
    jumps.forEach(target -> shapes.known(target, "step", draft.steps().keySet()));
  }

  private String list(Value value, String prefix, String after) {
    var steps = parts.expand(shapes.items(value, "steps"));
    var ids = new ArrayList<String>();
    for (int i = 0; i < steps.size(); i++) {
      ids.add(StepKind.id(steps.get(i), prefix + (i + 1)));
    }
    ids.add(after);
    for (int i = 0; i < steps.size(); i++) {
      add(steps.get(i), ids.get(i), ids.get(i + 1));
    }
    return ids.getFirst();
  }

  private void add(Value.Fields fields, String id, String next) {
    var former = draft.place(id);
    if (former != null) {
      shapes.wrong(
          fields.place(),
          "two steps are named " + id + "; the first is at " + former + "; give one a name");
      return;
    }
    StepKind.of(fields, shapes)
        .ifPresent(
            kind -> {
              shapes.fields(fields, "step " + kind.key(), kind.known());
              draft.add(new Step.Jump(id, next), fields.place());
              draft.add(step(kind, fields, id, next), fields.place());
            });
  }

  private Step step(StepKind kind, Value.Fields fields, String id, String next) {
    var value = fields.get(kind.key()).orElseThrow();
    return switch (kind) {
      case COLLECT -> new Step.Collect(id, slot(value).orElse(""), next);
      case CALL -> ways.call(value, fields, id, next);
      case BRANCH -> ways.branch(value, fields, id, next);
      case RUN -> ways.run(value, fields, id, next);
      case SAY -> new Step.Say(id, texts.phrase(value, "say"), next);
      case CONFIRM -> confirm(value, fields, id, next);
      case SET -> new Step.Assign(id, assigned(value), next);
      case FORGET -> forget(value, id, next);
      case HAND_OVER ->
          new Step.HandOver(
              id,
              shapes.name(value, "hand_over"),
              fields
                  .get("department")
                  .flatMap(name -> shapes.known(name, "department", departments)));
      case JUMP -> jump(value, id);
      case END -> new Step.End(id, shapes.name(value, "end"));
    };
  }

  private Step forget(Value value, String id, String next) {
    if (value instanceof Value.Scalar(var text, _) && text.equals(Step.Forget.EVERYTHING)) {
      return new Step.Forget(id, List.of(), true, next);
    }
    var slots = shapes.oneOrMore(value).stream().flatMap(one -> slot(one).stream()).toList();
    return new Step.Forget(id, slots, false, next);
  }

  private Optional<String> slot(Value value) {
    return shapes.known(value, "slot", draft.slots().keySet());
  }

  private Map<String, Step.Assigned> assigned(Value value) {
    var assigned = new LinkedHashMap<String, Step.Assigned>();
    shapes
        .fields(value, "set", draft.slots().keySet())
        .fields()
        .forEach((slot, field) -> assigned.put(slot, assigned(slot, field.value())));
    return assigned;
  }

  /** A value as it stands, or in braces the slot or fact to take it from. */
  private Step.Assigned assigned(String slot, Value value) {
    var text = shapes.text(value, "set." + slot);
    var name = NAMED.matcher(text);
    if (name.matches()) {
      return new Step.Assigned(name.group(1), true);
    }
    var known = draft.slots().get(slot);
    if (known != null) {
      BranchValues.of(new Subject(slot, false), draft).check(text, value.place(), shapes);
    }
    return new Step.Assigned(text, false);
  }

  private Step jump(Value target, String id) {
    jumps.add(target);
    return new Step.Jump(id, shapes.text(target, "jump"));
  }

  private Step confirm(Value value, Value.Fields fields, String id, String next) {
    return new Step.Confirm(
        id,
        texts.phrase(value, "confirm"),
        button(fields, "yes"),
        button(fields, "no"),
        next,
        fields.get("denied").map(steps -> list(steps, id + "/denied/", next)));
  }

  private Option button(Value.Fields fields, String name) {
    var wordings =
        shapes
            .needed(fields, name, "confirm")
            .map(value -> texts.wordings(value, name))
            .orElseGet(() -> Wordings.of(Map.of()));
    return new Option(name, wordings);
  }
}
