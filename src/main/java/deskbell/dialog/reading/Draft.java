package deskbell.dialog.reading;

import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Place;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A flow while it is read: what it has so far and where each part stands. */
final class Draft {
  /** Stands for what follows the last step: nothing, which is a mistake where it is reached. */
  static final String NOWHERE = "";

  private final List<Trigger> triggers;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private String first = NOWHERE;
  private Place triggersAt;

  Draft(List<Trigger> triggers) {
    this.triggers = triggers;
  }

  List<Trigger> triggers() {
    return triggers;
  }

  Set<String> intents() {
    return triggers.stream().map(Trigger::intent).collect(Collectors.toCollection(TreeSet::new));
  }

  void triggersAt(Place place) {
    triggersAt = place;
  }

  /** Where the triggers stand. */
  Place triggersAt() {
    return triggersAt;
  }

  Map<String, Slot> slots() {
    return slots;
  }

  Map<String, Step> steps() {
    return steps;
  }

  String first() {
    return first;
  }

  void startAt(String step) {
    first = step;
  }

  void add(Slot slot) {
    slots.put(slot.name(), slot);
  }

  void add(Step step, Place place) {
    steps.put(step.id(), step);
    places.put(step.id(), place);
  }

  Place place(String step) {
    return places.get(step);
  }

  /** The slots that hold a slot's value. */
  List<String> members(String slot) {
    var known = slots.get(slot);
    return known != null && known.kind() instanceof Kind.AnyOf(var any) ? any : List.of(slot);
  }
}
