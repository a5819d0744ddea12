package deskbell.dialog.reading;

import deskbell.dialog.flow.Bound;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Operations;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the steps that part ways: by what the shop answers, by a value, by another flow's end. */
final class WayReader {
  private static final Pattern LIMIT = Pattern.compile("(above|below|at least|at most) (.+)");

  private final Shapes shapes;
  private final Draft draft;
  private final Lists lists;

  /** Reads a list of steps and gives the id of the first. */
  interface Lists {
    /** The first step's id; {@code after} where the list is empty. */
    String read(Value steps, String prefix, String after);
  }

  WayReader(Shapes shapes, Draft draft, Lists lists) {
    this.shapes = shapes;
    this.draft = draft;
    this.lists = lists;
  }

  Step call(Value value, Value.Fields fields, String id, String next) {
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
                            outcome, lists.read(field.value(), id + "/" + outcome + "/", next))));
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

  Step branch(Value value, Value.Fields fields, String id, String next) {
    var text = shapes.text(value, "branch");
    boolean day = text.endsWith(":when");
    var subject = new Subject(day ? text.substring(0, text.length() - 5) : text, day);
    var cases = new LinkedHashMap<String, String>();
    var limits = new ArrayList<Step.Limit>();
    shapes
        .needed(fields, "when", "branch")
        .map(when -> shapes.map(when, "when").fields())
        .orElse(Map.of())
        .forEach(
            (values, field) -> {
              var target = lists.read(field.value(), id + "/" + values + "/", next);
              for (var one : values.split(",", -1)) {
                way(one.strip(), target, subject, field, cases, limits);
              }
            });
    var otherwise =
        fields.get("else").map(steps -> lists.read(steps, id + "/else/", next)).orElse(next);
    return new Step.Branch(id, subject, cases, limits, otherwise);
  }

  private void way(
      String value,
      String target,
      Subject subject,
      Value.Field field,
      Map<String, String> cases,
      List<Step.Limit> limits) {
    var limit = LIMIT.matcher(value);
    if (!limit.matches()) {
      BranchValues.of(subject, draft).check(value, field.key(), shapes);
      cases.put(value, target);
      return;
    }
    if (subject.day() || !Bound.readable(limit.group(2))) {
      shapes.wrong(
          field.key(), value + ": the limit must be a number, an amount such as GBP 200, or a day");
    }
    var side = limit.group(1).replace(' ', '_').toUpperCase(Locale.ROOT);
    limits.add(new Step.Limit(new Bound(Bound.Side.valueOf(side), limit.group(2)), target));
  }

  /** Another flow's results are checked once all files are read. */
  Step run(Value value, Value.Fields fields, String id, String next) {
    var results = new LinkedHashMap<String, String>();
    fields
        .get("on")
        .map(on -> shapes.map(on, "on").fields())
        .orElse(Map.of())
        .forEach(
            (result, field) ->
                results.put(result, lists.read(field.value(), id + "/" + result + "/", next)));
    results.putIfAbsent(Step.OTHERWISE, next);
    return new Step.Run(id, shapes.name(value, "run"), results);
  }
}
