package deskbell.dialog.flow;

import deskbell.conversation.EntityType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A written conversation that the bot can lead. Slots and steps keep the order of their file.
 *
 * @param id the file's name without its ending
 * @param title what it does, in a few words that fit a button: {@code Cancel an order}
 * @param starts what starts it, each an intent
 * @param first the id of the step it begins with
 * @param conversations its tests
 * @param edition stands for the words of its file and of what it shares, see {@link Edition#key}
 */
public record Flow(
    String id,
    Phrase title,
    List<Trigger> starts,
    Map<String, Slot> slots,
    Map<String, Step> steps,
    String first,
    Map<String, Table> tables,
    List<Conversation> conversations,
    String edition) {
  /** Results that every flow may end in: left by the shopper, turned down, lost by an edit. */
  public static final Set<String> RESULTS = Set.of("left", "declined", "gone");

  public Flow {
    starts = List.copyOf(starts);
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    tables = Map.copyOf(tables);
    conversations = List.copyOf(conversations);
  }

  /** The intents that start it. */
  public Set<String> triggers() {
    return starts.stream().map(Trigger::intent).collect(Collectors.toUnmodifiableSet());
  }

  /** The kinds of entity that fill one of its slots, whatever message they come in. */
  public Set<EntityType> takes() {
    return slots.values().stream()
        .filter(Slot::prefill)
        .flatMap(slot -> slot.kind().entity().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The slots whose values stay in the flow. */
  public Set<String> confidential() {
    return slots.values().stream()
        .filter(Slot::confidential)
        .map(Slot::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** True where a step asks for something that stays in the flow. */
  public boolean confidential(String step) {
    return steps.get(step) instanceof Step.Collect collect
        && members(collect.slot()).stream().anyMatch(confidential()::contains);
  }

  /** The first step that asks for a slot, alone or as one of several. */
  public Optional<Step.Collect> asking(String slot) {
    return steps.values().stream()
        .filter(Step.Collect.class::isInstance)
        .map(Step.Collect.class::cast)
        .filter(collect -> members(collect.slot()).contains(slot))
        .findFirst();
  }

  /** The slots that hold a slot's value: itself, or those that it is any of. */
  public List<String> members(String slot) {
    return slots.get(slot).kind() instanceof Kind.AnyOf(var any) ? any : List.of(slot);
  }

  /** What a slot may be answered with: its kind, or those of the slots that it is any of. */
  public List<Kind> kinds(String slot) {
    return members(slot).stream().map(slots::get).map(Slot::kind).toList();
  }

  /** The slots to empty where a slot is asked anew: its members and what was taken from them. */
  public Set<String> emptied(String slot) {
    var emptied = new TreeSet<>(members(slot));
    slots.values().stream()
        .filter(other -> other.from().filter(emptied::contains).isPresent())
        .map(Slot::name)
        .toList()
        .forEach(emptied::add);
    return emptied;
  }
}
