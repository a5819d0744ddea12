package deskbell.dialog.reading;

import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Template.Blank;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the slots that a flow uses; drops shared ones that it doesn't, and refuses own ones. */
final class Uses {
  private final Draft draft;
  private final Shapes shapes;
  private final Set<String> used = new TreeSet<>();

  Uses(Draft draft, Shapes shapes) {
    this.draft = draft;
    this.shapes = shapes;
  }

  void check(Map<String, Value.Fields> own) {
    draft.steps().values().stream().flatMap(this::names).forEach(this::use);
    if (draft.steps().values().stream().anyMatch(Step.Run.class::isInstance)) {
      // another flow may begin with any of them
      own.keySet().forEach(this::use);
    }
    own.forEach(
        (name, fields) -> {
          if (!used.contains(name)) {
            shapes.wrong(fields.place(), "slot " + name + " is never used");
          }
        });
    draft.slots().keySet().retainAll(used);
  }

  private void use(String name) {
    var slot = draft.slots().get(name);
    if (slot != null && used.add(name)) {
      draft.members(name).forEach(this::use);
      slot.asking().stream().flatMap(Uses::names).forEach(this::use);
      slot.from().ifPresent(this::use);
      slot.rules().stream().flatMap(rule -> names(rule.says())).forEach(this::use);
    }
  }

  private Stream<String> names(Step step) {
    return switch (step) {
      case Step.Collect(_, var slot, _) -> Stream.of(slot);
      case Step.Call call -> call.arguments().values().stream();
      case Step.Branch branch -> Stream.of(branch.subject().name());
      case Step.Say(_, var text, _) -> names(text);
      case Step.Confirm confirm -> names(confirm.text());
      case Step.Assign(_, var values, _) ->
          Stream.concat(
              values.keySet().stream(), values.values().stream().map(Step.Assigned::text));
      case Step.Forget(_, var slots, _, _) -> slots.stream();
      case Step.Run _, Step.Jump _, Step.HandOver _, Step.End _ -> Stream.of();
    };
  }

  private static Stream<String> names(Slot.Asking asking) {
    var texts =
        Stream.of(
                Stream.of(asking.question()),
                asking.hint().stream(),
                asking.differently().stream(),
                asking.why().stream())
            .flatMap(part -> part)
            .flatMap(Uses::names);
    return Stream.concat(texts, asking.offers().stream().map(Slot.Offer::value));
  }

  private static Stream<String> names(Phrase phrase) {
    return phrase.all().flatMap(text -> text.blanks()).map(Blank::name);
  }
}
