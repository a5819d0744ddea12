package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a flow knows when it starts: what the first message says, and what flows below have asked.
 */
final class Opening {
  private Opening() {}

  static OpenFlow of(Flow flow, List<OpenFlow> below, Heard heard) {
    var slots = Finds.of(flow, List.of(), Map.of(), heard).filled();
    var known = new HashMap<String, String>();
    below.forEach(other -> known.putAll(other.slots()));
    known.keySet().retainAll(flow.slots().keySet());
    known.keySet().removeIf(name -> !flow.slots().get(name).prefill());
    known.putAll(slots);
    known.putAll(mentioned(flow, heard));
    return new OpenFlow(flow.id(), flow.first(), known, intent(flow, heard), 0);
  }

  private static Map<String, String> intent(Flow flow, Heard heard) {
    var intent = heard.understood().best().intent();
    return flow.triggers().contains(intent) ? Map.of(Subject.INTENT, intent) : Map.of();
  }

  private static Map<String, String> mentioned(Flow flow, Heard heard) {
    var chosen = new HashMap<String, String>();
    for (var slot : flow.slots().values()) {
      if (slot.prefill() && slot.kind() instanceof Kind.Choice(var options)) {
        Picks.mentioned(options, heard.understood().text())
            .ifPresent(value -> chosen.put(slot.name(), value));
      }
    }
    return chosen;
  }
}
