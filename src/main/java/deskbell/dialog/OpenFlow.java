package deskbell.dialog;

import deskbell.dialog.flow.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A flow that waits for the shopper or the shop.
 *
 * @param step the step it waits at
 * @param slots filled so far, by name
 * @param facts what calls of the shop brought, by name
 * @param misses answers in a row that did not fit the open question
 * @param skipped slots that the shopper chose to leave empty
 * @param edition of the flow's file that the conversation began with; empty for the newest
 * @param heardAt when the shopper last spoke in it, in seconds since 1970; 0 where nobody knows
 * @param recalls true while the shopper is asked whether what was said long ago still holds
 */
public record OpenFlow(
    String flow,
    String step,
    Map<String, String> slots,
    Map<String, String> facts,
    int misses,
    Set<String> skipped,
    String edition,
    long heardAt,
    boolean recalls) {
  public OpenFlow {
    slots = Map.copyOf(slots);
    facts = Map.copyOf(facts);
    skipped = Set.copyOf(skipped);
  }

  /** True where a person was offered instead, after too many answers that did not fit. */
  public boolean offersPerson() {
    return misses >= FlowDialogue.MAX_MISSES;
  }

  /** A flow in its newest edition, with nothing skipped. */
  public OpenFlow(
      String flow, String step, Map<String, String> slots, Map<String, String> facts, int misses) {
    this(flow, step, slots, facts, misses, Set.of(), "", 0, false);
  }

  /** The same flow, waiting at a step where nothing was missed yet. */
  OpenFlow at(String next) {
    return new OpenFlow(flow, next, slots, facts, 0, skipped, edition, heardAt, recalls);
  }

  /** With these slots over the former ones. */
  OpenFlow with(Map<String, String> filled) {
    var all = new HashMap<>(slots);
    all.putAll(filled);
    var left = new HashSet<>(skipped);
    left.removeAll(filled.keySet());
    return new OpenFlow(flow, step, all, facts, misses, left, edition, heardAt, recalls);
  }

  /** With these slots empty. */
  OpenFlow without(Set<String> emptied) {
    var left = new HashMap<>(slots);
    left.keySet().removeAll(emptied);
    var stillSkipped = new HashSet<>(skipped);
    stillSkipped.removeAll(emptied);
    return new OpenFlow(flow, step, left, facts, misses, stillSkipped, edition, heardAt, recalls);
  }

  /** With a slot left empty for good. */
  OpenFlow skipping(String slot) {
    var all = new HashSet<>(skipped);
    all.add(slot);
    return new OpenFlow(flow, step, slots, facts, misses, all, edition, heardAt, recalls);
  }

  /** With the facts of a call in place of those that an earlier one brought. */
  OpenFlow learnt(Set<String> stale, Map<String, String> news) {
    var known = new HashMap<>(facts);
    known.keySet().removeAll(stale);
    known.putAll(news);
    return new OpenFlow(flow, step, slots, known, misses, skipped, edition, heardAt, recalls);
  }

  /** With one miss more. */
  OpenFlow missed() {
    return new OpenFlow(flow, step, slots, facts, misses + 1, skipped, edition, heardAt, recalls);
  }

  /** With one miss where there was none. */
  OpenFlow missedOnce() {
    return misses == 0 ? missed() : this;
  }

  /** In this edition of the flow. */
  OpenFlow in(String written) {
    return new OpenFlow(flow, step, slots, facts, misses, skipped, written, heardAt, recalls);
  }

  /** Spoken in just now. */
  OpenFlow heard(Instant now) {
    return new OpenFlow(
        flow, step, slots, facts, misses, skipped, edition, now.getEpochSecond(), recalls);
  }

  /** Asking whether what was said long ago still holds. */
  OpenFlow recalling() {
    return new OpenFlow(flow, step, slots, facts, misses, skipped, edition, heardAt, true);
  }

  /** With what the shopper said, fresh again, and nothing of what the shop said then. */
  OpenFlow recalled() {
    var kept = new HashMap<>(facts);
    kept.keySet().retainAll(Set.of(Subject.INTENT));
    return new OpenFlow(flow, step, slots, kept, 0, skipped, edition, heardAt, false);
  }
}
