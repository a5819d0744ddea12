package deskbell.dialog.reading;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Trigger;
import deskbell.dialog.reading.FlowReader.Written;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks flows against one another: what starts them, and which run which. */
final class Together {
  private final Map<String, Written> flows = new LinkedHashMap<>();
  private final Set<String> spoilt = new HashSet<>();
  private final Shapes shapes;

  Together(List<Written> written, Problems problems) {
    written.forEach(flow -> flows.put(flow.flow().id(), flow));
    this.shapes = new Shapes(problems);
  }

  /** The flows without a problem. */
  List<Flow> sound() {
    checkTriggers();
    flows.values().forEach(this::checkRuns);
    while (flows.values().stream().anyMatch(this::runsSpoilt)) {
      flows.values().stream().filter(this::runsSpoilt).forEach(this::spoil);
    }
    return flows.values().stream()
        .map(Written::flow)
        .filter(flow -> !spoilt.contains(flow.id()))
        .toList();
  }

  private void checkTriggers() {
    Map<Trigger, String> owners = new LinkedHashMap<>();
    for (var written : flows.values()) {
      for (var trigger : written.flow().starts()) {
        var former = owners.putIfAbsent(trigger, written.flow().id());
        if (former != null) {
          shapes.wrong(
              written.draft().triggersAt(),
              "trigger " + trigger.intent() + " already starts flow " + former);
          spoilt.add(written.flow().id());
        }
      }
    }
  }

  private void checkRuns(Written written) {
    runs(written)
        .forEach(
            run -> {
              var place = written.draft().place(run.id());
              var other = flows.get(run.flow());
              if (other == null) {
                shapes.wrong(
                    place,
                    "unknown flow "
                        + run.flow()
                        + ", or it has mistakes"
                        + Shapes.hint(run.flow(), flows.keySet()));
                spoilt.add(written.flow().id());
              } else if (reaches(other, written.flow().id(), new HashSet<>())) {
                shapes.wrong(place, "flow " + run.flow() + " runs this one again");
                spoilt.add(written.flow().id());
              } else {
                checkResults(written, run, results(other.flow()));
                checkPrivacy(written, run, other.flow());
              }
            });
  }

  private void checkResults(Written written, Step.Run run, Set<String> known) {
    run.results().keySet().stream()
        .filter(result -> !result.equals(Step.OTHERWISE) && !known.contains(result))
        .forEach(
            result -> {
              shapes.wrong(
                  written.draft().place(run.id()),
                  "flow " + run.flow() + " never ends in " + result + Shapes.hint(result, known));
              spoilt.add(written.flow().id());
            });
  }

  /** The two share what they ask, so they must agree on what stays in them. */
  private void checkPrivacy(Written written, Step.Run run, Flow other) {
    var flow = written.flow();
    flow.slots().values().stream()
        .filter(slot -> other.slots().containsKey(slot.name()))
        .filter(slot -> slot.confidential() != other.slots().get(slot.name()).confidential())
        .forEach(
            slot -> {
              shapes.wrong(
                  written.draft().place(run.id()),
                  "slot %s is private in one of the flows %s and %s, but not in the other"
                      .formatted(slot.name(), flow.id(), other.id()));
              spoilt.add(flow.id());
            });
  }

  private static Set<String> results(Flow flow) {
    var results = new TreeSet<>(Flow.RESULTS);
    flow.steps().values().stream()
        .map(step -> step instanceof Step.End(_, var result) ? result : null)
        .filter(Objects::nonNull)
        .forEach(results::add);
    return results;
  }

  private boolean reaches(Written from, String id, Set<String> seen) {
    return from.flow().id().equals(id)
        || (seen.add(from.flow().id())
            && runs(from)
                .map(run -> flows.get(run.flow()))
                .filter(Objects::nonNull)
                .anyMatch(next -> reaches(next, id, seen)));
  }

  private boolean runsSpoilt(Written written) {
    return !spoilt.contains(written.flow().id())
        && runs(written).map(Step.Run::flow).anyMatch(spoilt::contains);
  }

  private void spoil(Written written) {
    runs(written)
        .filter(run -> spoilt.contains(run.flow()))
        .forEach(
            run ->
                shapes.wrong(
                    written.draft().place(run.id()), "flow " + run.flow() + " has mistakes"));
    spoilt.add(written.flow().id());
  }

  private static Stream<Step.Run> runs(Written written) {
    return written.flow().steps().values().stream()
        .filter(Step.Run.class::isInstance)
        .map(Step.Run.class::cast);
  }
}
