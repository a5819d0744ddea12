package deskbell.dialog;

import deskbell.conversation.EntityType;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a flow knows when it starts: what the first message says, what flows below have asked, and
 * what was said before that the message refers to.
 */
final class Opening {
  /** What shows who the shopper is goes with the shopper, whatever is talked about. */
  private static final Set<EntityType> PROOF = Set.of(EntityType.EMAIL, EntityType.PHONE);

  private Opening() {}

  /**
   * The flow as it starts.
   *
   * @param state the conversation so far
   * @param below the flows that will wait below it
   */
  static OpenFlow of(Flow flow, DialogState state, List<OpenFlow> below, Heard heard) {
    var now = heard.now().toInstant();
    var known = before(flow, state.known(), heard);
    below.stream()
        .filter(other -> !Said.since(Said.STALE, other.heardAt(), now))
        .forEach(other -> known.putAll(other.slots()));
    known.keySet().retainAll(flow.slots().keySet());
    known.keySet().removeIf(name -> !flow.slots().get(name).prefill());
    known.putAll(words(flow, heard.understood().text()));
    known.putAll(Finds.of(flow, List.of(), Map.of(), heard).filled());
    known.putAll(Choices.filled(flow, Map.of(), heard.understood().text()));
    known
        .entrySet()
        .removeIf(
            slot ->
                flow.slots().get(slot.getKey()).broken(slot.getValue(), heard.today()).isPresent());
    return new OpenFlow(flow.id(), flow.first(), known, intent(flow, heard), 0)
        .in(flow.edition())
        .heard(now);
  }

  /** The first message itself, for slots that hold words. */
  private static Map<String, String> words(Flow flow, String text) {
    var words = new HashMap<String, String>();
    for (var slot : flow.slots().values()) {
      if (slot.prefill() && slot.kind() instanceof Kind.Free free) {
        free.value(text).ifPresent(value -> words.put(slot.name(), value));
      }
    }
    return words;
  }

  /** What is known once a flow is over: what it has asked, beside what others have. */
  static Map<String, Said> after(Flow flow, OpenFlow over, Map<String, Said> known, Instant now) {
    var all = new HashMap<>(known);
    all.values().removeIf(said -> said.stale(now));
    over.slots()
        .forEach(
            (name, value) -> {
              var slot = flow.slots().get(name);
              if (slot != null
                  && slot.prefill()
                  && !slot.confidential()
                  && slot.kind().entity().isPresent()) {
                all.put(name, new Said(value, over.heardAt()));
              }
            });
    return all;
  }

  /** The conversation in no flow, in which all is known that those that were open have asked. */
  static DialogState left(Flows flows, DialogState state, Instant now) {
    var known = state.known();
    for (var open : state.flows()) {
      var asked = flows.of(open);
      if (asked.isPresent()) {
        known = after(asked.get(), open, known, now);
      }
    }
    return state.in(List.of()).knowing(known);
  }

  /** A flow that waited, with what the shopper has shown elsewhere in the meantime. */
  static OpenFlow proved(Flow flow, OpenFlow open, Map<String, Said> known, Heard heard) {
    var shown = new HashMap<String, String>();
    before(flow, known, heard)
        .forEach(
            (name, value) -> {
              if (proof(flow.slots().get(name)) && flow.slots().get(name).prefill()) {
                shown.put(name, value);
              }
            });
    shown.keySet().removeAll(open.slots().keySet());
    return open.with(shown);
  }

  private static Map<String, String> before(Flow flow, Map<String, Said> known, Heard heard) {
    var taken = new HashMap<String, String>();
    var text = heard.understood().text();
    boolean refers =
        Pointing.refers(heard.said())
            || Pointing.refers(text)
            || (heard.afterPerson() && !Pointing.other(text));
    known.forEach(
        (name, said) -> {
          var slot = flow.slots().get(name);
          if (slot != null && !said.stale(heard.now().toInstant()) && (refers || proof(slot))) {
            taken.put(name, said.value());
          }
        });
    return taken;
  }

  private static boolean proof(Slot slot) {
    return slot.kind().entity().filter(PROOF::contains).isPresent();
  }

  private static Map<String, String> intent(Flow flow, Heard heard) {
    var intent = heard.understood().best().intent();
    return flow.triggers().contains(intent) ? Map.of(Subject.INTENT, intent) : Map.of();
  }
}
