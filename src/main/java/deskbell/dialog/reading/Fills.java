package deskbell.dialog.reading;

import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Place;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import deskbell.dialog.flow.Template;
import deskbell.dialog.flow.Template.Blank;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that whatever a step speaks of has a value there. Walks the flow until nothing changes,
 * carrying for each step what is known on all ways to it and what on some.
 */
final class Fills {
  private final Draft draft;
  private final Shapes shapes;
  private final TextReader texts;
  private final Map<String, Known> known = new LinkedHashMap<>();

  /** What is known before a step: on all ways to it, and on some. */
  private record Known(Set<String> always, Set<String> sometimes) {
    Known after(Edge edge) {
      var certain = new TreeSet<>(always);
      var possible = new TreeSet<>(sometimes);
      for (var set : List.of(certain, possible)) {
        set.removeAll(edge.takes());
        set.addAll(edge.gives());
      }
      possible.addAll(edge.may());
      return new Known(certain, possible);
    }

    Known or(Known other) {
      var certain = new TreeSet<>(always);
      certain.retainAll(other.always);
      var possible = new TreeSet<>(sometimes);
      possible.addAll(other.sometimes);
      return new Known(certain, possible);
    }
  }

  Fills(Draft draft, Shapes shapes, TextReader texts) {
    this.draft = draft;
    this.shapes = shapes;
    this.texts = texts;
  }

  void check() {
    flow();
    known.keySet().forEach(step -> check(draft.steps().get(step)));
  }

  private void flow() {
    known.put(draft.first(), new Known(Set.of(), Set.of(Subject.SIGNED_IN, Subject.INTENT)));
    var open = new ArrayDeque<>(List.of(draft.first()));
    while (!open.isEmpty()) {
      var step = open.pop();
      for (var edge : Edge.inside(draft.steps().get(step), draft)) {
        var after = known.get(step).after(edge);
        var merged = known.containsKey(edge.to()) ? known.get(edge.to()).or(after) : after;
        if (!merged.equals(known.put(edge.to(), merged))) {
          open.add(edge.to());
        }
      }
    }
  }

  private void check(Step step) {
    switch (step) {
      case Step.Collect(var id, var slot, _) -> {
        var asked = draft.slots().get(slot).asking();
        if (asked.isEmpty()) {
          shapes.wrong(draft.place(id), "slot " + slot + " is collected but has no question");
        }
        asked.ifPresent(asking -> asking(id, asking));
        draft.members(slot).stream().map(draft.slots()::get).forEach(known -> member(id, known));
      }
      case Step.Call call -> call(call);
      case Step.Branch branch ->
          possible(branch.id(), branch.subject().name(), draft.place(branch.id()));
      case Step.Say(var id, var text, _) -> text(id, text);
      case Step.Confirm confirm -> text(confirm.id(), confirm.text());
      case Step.Assign assign -> assign(assign);
      case Step.Forget _, Step.Run _, Step.Jump _, Step.HandOver _, Step.End _ -> {}
    }
  }

  /** What a slot says where it is asked for, and where it may come from instead. */
  private void member(String step, Slot slot) {
    slot.rules().forEach(rule -> text(step, rule.says()));
    for (var source : slot.sources()) {
      if (source instanceof Slot.Fact(var name)) {
        possible(step, name, draft.place(step));
      }
    }
  }

  private void assign(Step.Assign assign) {
    assign.values().forEach((slot, from) -> keeps(assign, slot, from));
    assign.values().values().stream()
        .filter(Step.Assigned::name)
        .forEach(
            from -> {
              possible(assign.id(), from.text(), draft.place(assign.id()));
              certain(assign.id(), from.text(), draft.place(assign.id()));
            });
  }

  /** What is private may not be copied to where it isn't. */
  private void keeps(Step.Assign assign, String slot, Step.Assigned from) {
    var source = draft.slots().get(from.text());
    if (from.name() && source != null && source.confidential() && !confidential(slot)) {
      shapes.wrong(
          draft.place(assign.id()),
          "slot " + slot + " is set from " + from.text() + ", so it must be private too");
    }
  }

  private boolean confidential(String slot) {
    return draft.slots().get(slot).confidential();
  }

  private void asking(String step, Slot.Asking asking) {
    text(step, asking.question());
    asking.hint().ifPresent(hint -> text(step, hint));
    asking.differently().ifPresent(text -> text(step, text));
    asking.why().ifPresent(text -> text(step, text));
    asking
        .offers()
        .forEach(
            offer -> {
              possible(step, offer.value(), draft.place(step));
              // the button is shown only where its value is known
              offer.label().ifPresent(label -> template(step, label, Set.of(offer.value())));
            });
  }

  private void call(Step.Call call) {
    var place = draft.place(call.id());
    call.arguments()
        .forEach(
            (argument, source) -> {
              if (call.operation().required().contains(argument)) {
                certain(call.id(), source, place);
              } else {
                possible(call.id(), source, place);
              }
            });
  }

  private void text(String step, Phrase phrase) {
    phrase.all().forEach(text -> template(step, text, Set.of()));
  }

  private void template(String step, Template text, Set<String> given) {
    text.blanks().map(Blank::name).forEach(name -> possible(step, name, texts.place(text, name)));
    text.needed()
        .map(Blank::name)
        .filter(name -> !given.contains(name))
        .forEach(name -> certain(step, name, texts.place(text, name)));
  }

  private void possible(String step, String name, Place place) {
    boolean slot = draft.slots().containsKey(name);
    if (!slot && !known.get(step).sometimes().contains(name)) {
      shapes.wrong(
          place, "nothing fills " + name + " before step " + step + Shapes.hint(name, names(step)));
    }
  }

  private void certain(String step, String name, Place place) {
    var here = known.get(step);
    boolean possible = draft.slots().containsKey(name) || here.sometimes().contains(name);
    if (possible && !here.always().contains(name)) {
      shapes.wrong(
          place,
          name + " may be empty at step " + step + "; put it in [[ ]] or branch on it before");
    }
  }

  private List<String> names(String step) {
    return Stream.concat(
            draft.slots().keySet().stream(), known.get(step).sometimes().stream().sorted())
        .distinct()
        .toList();
  }
}
