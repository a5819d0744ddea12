package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Slot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a flow remembers of its shopper. After a pause it is said, so that the shopper finds the
 * place again; after a long one it is asked whether it still holds, before anything is done with
 * it.
 */
final class Recall {
  private Recall() {}

  /** The filled slots that have a name for shoppers, in the order of the flow. */
  static List<Slot> told(Flow flow, Map<String, String> filled) {
    return flow.slots().values().stream()
        .filter(slot -> filled.containsKey(slot.name()))
        .filter(slot -> slot.from().isEmpty() && slot.called().isPresent())
        .toList();
  }

  /** A flow whose shopper is asked whether what is told still holds; the rest is forgotten. */
  static OpenFlow asking(Flow flow, OpenFlow open) {
    var kept = told(flow, open.slots()).stream().map(Slot::name).toList();
    var forgotten =
        flow.slots().values().stream()
            .filter(slot -> slot.from().isEmpty() && !kept.contains(slot.name()))
            .map(Slot::name)
            .collect(Collectors.toSet());
    return open.without(forgotten).recalling();
  }

  /** True where the shopper comes back after a while. */
  static boolean paused(OpenFlow open, Heard heard) {
    return Said.since(Said.PAUSE, open.heardAt(), heard.now().toInstant());
  }

  /** True where what was said has to be asked again before anything else. */
  static boolean due(Flow flow, OpenFlow open, Heard heard) {
    return open.recalls() || (stale(open, heard) && !told(flow, open.slots()).isEmpty());
  }

  /** True where this message would have the flow act on what was said long ago. */
  static boolean due(Flow flow, OpenFlow open, Meaning meaning, Heard heard) {
    return stale(open, heard)
        && switch (meaning) {
          case Meaning.Fills(var slots) -> older(flow, open, slots.keySet());
          case Meaning.Corrects(var slots, _) -> older(flow, open, slots.keySet());
          case Meaning.Reopens(var slots) -> older(flow, open, slots);
          case Meaning.Agrees _, Meaning.Misses _, Meaning.Skips _ -> older(flow, open, Set.of());
          case Meaning.Breaks(_, var others) -> older(flow, open, others.keySet());
          case Meaning.Denies _, Meaning.Leaves _, Meaning.Foreign _ -> false;
          case Meaning.Answered _, Meaning.Person _ -> false;
        };
  }

  private static boolean stale(OpenFlow open, Heard heard) {
    return Said.since(Said.STALE, open.heardAt(), heard.now().toInstant());
  }

  private static boolean older(Flow flow, OpenFlow open, Set<String> news) {
    return told(flow, open.slots()).stream().map(Slot::name).anyMatch(name -> !news.contains(name));
  }
}
