package deskbell.dialog.reading;

import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Operations;
import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import deskbell.dialog.flow.Wordings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads steps. Lists nest in the file (what follows an outcome stands below it) and become flat:
 * each step names its successor, and the last one of an inner list is followed by what follows the
 * outer step.
 */
final class StepReader {
  private final Shapes shapes;
  private final TextReader texts;
  private final Parts parts;
  private final Draft draft;
  private final List<Value> jumps = new ArrayList<>();

  StepReader(Shapes shapes, TextReader texts, Parts parts, Draft draft) {
    this.shapes = shapes;
    this.texts = texts;
    this.parts = parts;
    this.draft = draft;
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
      case CALL -> call(value, fields, id, next);
      case BRANCH -> branch(value, fields, id, next);
      case SAY -> new Step.Say(id, texts.phrase(value, "say"), next);
      case CONFIRM -> confirm(value, fields, id, next);
      case FORGET ->
          new Step.Forget(
              id, shapes.oneOrMore(value).stream().flatMap(v -> slot(v).stream()).toList(), next);
      case HAND_OVER -> new Step.HandOver(id, shapes.name(value, "hand_over"));
      case JUMP -> jump(value, id);
      case END -> new Step.End(id, shapes.name(value, "end"));
    };
  }

  private Optional<String> slot(Value value) {
    return shapes.known(value, "slot", draft.slots().keySet());
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
            .orElseGet(() -> new Wordings(Map.of()));
    return new Option(name, wordings);
  }

  private Step call(Value value, Value.Fields fields, String id, String next) {
    var operation = shapes.known(value, "operation", Operations.names()).flatMap(Operations::of);
    if (operation.isEmpty()) {
      return new Step.Jump(id, next);
    }
    return new Step.Call(
        id,
        operation.get(),
        fields.get("with").map(with -> arguments(with, operation.get())).orElse(Map.of()),
        outcomes(fields, operation.get(), id, next));
  }

  private Map<String, String> arguments(Value with, Operation operation) {
    var known = new TreeSet<>(operation.required());
    known.addAll(operation.optional());
    var arguments = new LinkedHashMap<String, String>();
    if (with instanceof Value.Items(var names, _)) {
      names.forEach(
          name -> shapes.known(name, "argument", known).ifPresent(n -> arguments.put(n, n)));
    } else {
      shapes
          .fields(with, "with", known)
          .fields()
          .forEach(
              (name, field) -> arguments.put(name, shapes.name(field.value(), "with." + name)));
    }
    operation.required().stream()
        .filter(name -> !arguments.containsKey(name))
        .forEach(name -> shapes.wrong(with.place(), operation.name() + " needs argument " + name));
    return arguments;
  }

  private Map<String, String> outcomes(
      Value.Fields fields, Operation operation, String id, String next) {
    var outcomes = new LinkedHashMap<String, String>();
    outcomes.put("ok", next);
    var known = new TreeSet<>(operation.outcomes().keySet());
    known.add(Step.OTHERWISE);
    var on = fields.get("on").map(value -> shapes.fields(value, "on", known));
    on.ifPresent(
        branches ->
            branches
                .fields()
                .forEach(
                    (outcome, field) ->
                        outcomes.put(
                            outcome, list(field.value(), id + "/" + outcome + "/", next))));
    known.removeAll(outcomes.keySet());
    known.remove(Step.OTHERWISE);
    if (!outcomes.containsKey(Step.OTHERWISE) && !known.isEmpty()) {
      shapes.wrong(
          fields.place(),
          operation.name()
              + " may also end in "
              + String.join(", ", known)
              + "; say under on: what follows, or give otherwise");
    }
    return outcomes;
  }

  private Step branch(Value value, Value.Fields fields, String id, String next) {
    var text = shapes.text(value, "branch");
    boolean day = text.endsWith(":when");
    var subject = new Subject(day ? text.substring(0, text.length() - 5) : text, day);
    var allowed = BranchValues.of(subject, draft);
    var cases = new LinkedHashMap<String, String>();
    shapes
        .needed(fields, "when", "branch")
        .map(when -> shapes.map(when, "when"))
        .ifPresent(
            when ->
                when.fields()
                    .forEach(
                        (values, field) -> {
                          var target = list(field.value(), id + "/" + values + "/", next);
                          for (var one : values.split(",", -1)) {
                            allowed.check(one.strip(), field.key(), shapes);
                            cases.put(one.strip(), target);
                          }
                        }));
    var otherwise = fields.get("else").map(steps -> list(steps, id + "/else/", next)).orElse(next);
    return new Step.Branch(id, subject, cases, otherwise);
  }
}
