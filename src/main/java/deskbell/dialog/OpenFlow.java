package deskbell.dialog;

import java.util.Map;

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
}
