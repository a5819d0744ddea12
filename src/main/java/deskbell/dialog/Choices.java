package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Slot;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What a message says of choices that are not asked for. Pure. */
final class Choices {
  private Choices() {}

  /** Of those that are empty and may be filled by any message. */
  static Map<String, String> filled(Flow flow, Map<String, String> known, String text) {
    return mentioned(flow, text, slot -> slot.prefill() && !known.containsKey(slot.name()));
  }

  /** Of those that hold something else, where the message corrects: "no, it came broken". */
  static Map<String, String> corrected(Flow flow, Map<String, String> known, String text) {
    if (!Words.corrects(text)) {
      return Map.of();
    }
    var values = mentioned(flow, text, slot -> known.containsKey(slot.name()));
    values.entrySet().removeIf(slot -> known.get(slot.getKey()).equals(slot.getValue()));
    values.keySet().removeIf(slot -> flow.asking(slot).isEmpty());
    return values;
  }

  private static Map<String, String> mentioned(Flow flow, String text, Predicate<Slot> rule) {
    var values = new HashMap<String, String>();
    for (var slot : flow.slots().values()) {
      if (slot.kind() instanceof Kind.Choice(var options) && rule.test(slot)) {
        Picks.mentioned(options, text).ifPresent(value -> values.put(slot.name(), value));
      }
    }
    return values;
  }
}
