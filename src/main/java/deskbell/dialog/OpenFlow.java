package deskbell.dialog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A flow that waits for the shopper or the shop.
 *
 * @param step the step it waits at
 * @param slots filled so far, by name
 * @param facts what calls of the shop brought, by name
 * @param misses answers in a row that did not fit the open question
 */
public record OpenFlow(
    String flow, String step, Map<String, String> slots, Map<String, String> facts, int misses) {
  public OpenFlow {
    slots = Map.copyOf(slots);
    facts = Map.copyOf(facts);
  }

  /** The same flow, waiting at a step where nothing was missed yet. */
  OpenFlow at(String next) {
    return new OpenFlow(flow, next, slots, facts, 0);
  }

  /** With these slots over the former ones. */
  OpenFlow with(Map<String, String> filled) {
    var all = new HashMap<>(slots);
    all.putAll(filled);
    return new OpenFlow(flow, step, all, facts, misses);
  }

  /** With these slots empty. */
  OpenFlow without(Set<String> emptied) {
    var left = new HashMap<>(slots);
    left.keySet().removeAll(emptied);
    return new OpenFlow(flow, step, left, facts, misses);
  }

  /** With the facts of a call in place of those that an earlier one brought. */
  OpenFlow learnt(Set<String> stale, Map<String, String> news) {
    var known = new HashMap<>(facts);
    known.keySet().removeAll(stale);
    known.putAll(news);
    return new OpenFlow(flow, step, slots, known, misses);
  }

  /** With one miss more. */
  OpenFlow missed() {
    return new OpenFlow(flow, step, slots, facts, misses + 1);
  }
}
