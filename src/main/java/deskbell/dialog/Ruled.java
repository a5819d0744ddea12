package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Rule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what a message brings against the rules of its slots. Pure.
 *
 * @param known the slots that are filled already
 */
record Ruled(Flow flow, Map<String, String> known, LocalDate today) {
  /** The same meaning, unless a value breaks a rule of its slot. */
  Meaning of(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Fills(var slots) -> broken(slots).orElse(meaning);
      case Meaning.Corrects(var slots, _) -> broken(slots).orElse(meaning);
      case Meaning.Reopens _, Meaning.Agrees _, Meaning.Denies _, Meaning.Skips _ -> meaning;
      case Meaning.Breaks _, Meaning.Leaves _, Meaning.Misses _, Meaning.Foreign _ -> meaning;
      case Meaning.Answered _, Meaning.Person _ -> meaning;
    };
  }

  private Optional<Meaning> broken(Map<String, String> slots) {
    var kept = new HashMap<>(slots);
    kept.entrySet().removeIf(filled -> rule(filled).isPresent());
    kept.keySet().removeAll(known.keySet());
    return slots.entrySet().stream()
        .flatMap(filled -> rule(filled).stream())
        .findFirst()
        .map(rule -> new Meaning.Breaks(rule, kept));
  }

  private Optional<Rule> rule(Map.Entry<String, String> filled) {
    return flow.slots().get(filled.getKey()).broken(filled.getValue(), today);
  }
}
