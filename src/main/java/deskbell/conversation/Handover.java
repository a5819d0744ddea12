package deskbell.conversation;

import java.util.Map;

/**
 * A conversation's way to a person.
 *
 * @param reason {@code asked}, {@code not_understood}, {@code anger}, {@code safety}, {@code
 *     threat}, {@code payment_dispute}, {@code legal}, or a flow's own
 * @param summary what the agent should know at once: slots, order, last question
 */
public record Handover(String reason, Map<String, String> summary) {
  public Handover {
    summary = Map.copyOf(summary);
  }
}
