package deskbell.dialog.reading;

import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Operations;
import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Place;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The values that a branch may ask for.
 *
 * @param known all of them; empty where any value may come
 */
record BranchValues(Subject subject, Optional<? extends Collection<String>> known) {

  static BranchValues of(Subject subject, Draft draft) {
    if (subject.day()) {
      return new BranchValues(subject, Optional.of(Subject.DAYS));
    }
    var slot = draft.slots().get(subject.name());
    if (slot != null) {
      return new BranchValues(subject, of(slot.kind()));
    }
    return switch (subject.name()) {
      case Subject.SIGNED_IN -> new BranchValues(subject, Optional.of(List.of("yes", "no")));
      case Subject.INTENT -> new BranchValues(subject, Optional.of(draft.intents()));
      default -> new BranchValues(subject, Operations.values(subject.name()));
    };
  }

  void check(String value, Place place, Shapes shapes) {
    if (value.equals(Step.NONE) || known.isEmpty() || known.get().contains(value)) {
      return;
    }
    shapes.wrong(place, subject.name() + " is never " + value + Shapes.hint(value, known.get()));
  }

  private static Optional<List<String>> of(Kind kind) {
    return switch (kind) {
      case Kind.Choice(var options) -> Optional.of(options.stream().map(Option::value).toList());
      case Kind.YesNo() -> Optional.of(List.of("yes", "no"));
      case Kind.OfEntity _, Kind.Phone _, Kind.Free _, Kind.AnyOf _ -> Optional.empty();
    };
  }
}
