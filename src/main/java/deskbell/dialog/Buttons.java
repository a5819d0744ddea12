package deskbell.dialog;

import deskbell.conversation.Choice;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Shown;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be picked at a question instead of typed.
 *
 * @param shown what the flow knows, in the shopper's language
 */
record Buttons(Flow flow, Shown shown) {
  /** The value of the button that leaves the flow; no choice in a flow file can have it. */
  static final String LEAVE = "!leave";

  /** The value of the button that asks for a person, as everywhere. */
  static final String PERSON = "person";

  /** The value of the button that skips a slot; no choice in a flow file can have it. */
  static final String SKIP = "!skip";

  /** Characters of a button's text at most. */
  private static final int MAX_LABEL = 60;

  /** What the question of a step offers; nothing where it asks none. */
  List<Choice> of(Step step) {
    return switch (step) {
      case Step.Collect(_, var slot, _) -> of(flow.slots().get(slot));
      case Step.Confirm confirm ->
          List.of(confirm.yes().button(shown.language()), confirm.no().button(shown.language()));
      case Step.Call _, Step.Run _, Step.Branch _, Step.Say _, Step.Assign _ -> List.of();
      case Step.Forget _, Step.Jump _, Step.HandOver _, Step.End _ -> List.of();
    };
  }

  private List<Choice> of(Slot slot) {
    var buttons = new ArrayList<>(answers(slot));
    if (slot.optional()) {
      buttons.add(new Choice(sentences().get("skip"), SKIP));
    }
    return buttons;
  }

  /** The answers to a slot's question, as far as they are known. */
  List<Choice> answers(Slot slot) {
    return switch (slot.kind()) {
      case Kind.Choice(var options) ->
          options.stream().map(option -> option.button(shown.language())).toList();
      case Kind.YesNo() -> yesOrNo();
      case Kind.AnyOf(var any) ->
          Stream.concat(offers(slot).stream(), choices(any).stream()).toList();
      case Kind.OfEntity _, Kind.Phone _, Kind.Free _ -> offers(slot);
    };
  }

  /** What can be chosen at the first of these slots that is a choice. */
  private List<Choice> choices(List<String> slots) {
    return slots.stream()
        .map(flow.slots()::get)
        .filter(slot -> slot.kind() instanceof Kind.Choice)
        .findFirst()
        .map(this::answers)
        .orElse(List.of());
  }

  List<Choice> yesOrNo() {
    return List.of(
        new Choice(sentences().get("yes"), "yes"), new Choice(sentences().get("no"), "no"));
  }

  Choice leave() {
    return new Choice(sentences().get("leave"), LEAVE);
  }

  Choice person() {
    return new Choice(sentences().get("person"), PERSON);
  }

  private List<Choice> offers(Slot slot) {
    var offered = new LinkedHashMap<String, Choice>();
    slot.asking().stream()
        .flatMap(asking -> asking.offers().stream())
        .flatMap(offer -> shown.known(offer.value()).map(value -> offer(offer, value)).stream())
        .forEach(choice -> offered.putIfAbsent(choice.value(), choice));
    return List.copyOf(offered.values());
  }

  private Choice offer(Slot.Offer offer, String value) {
    var label = offer.label().map(shown::text).filter(text -> !text.isBlank()).orElse(value);
    return new Choice(
        label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL - 1) + "…", value);
  }

  private Sentences sentences() {
    return new Sentences(shown.language());
  }
}
