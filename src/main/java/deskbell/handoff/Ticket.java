package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation's way to a person.
 *
 * @param reason {@code asked}, {@code not_understood}, {@code taken_over}, {@code left_message} or
 *     another of {@link deskbell.conversation.Handover}
 * @param agent who has taken it
 * @param email where the answer goes, when the shopper left a message while nobody was there
 * @param summary what the agent should know at once
 * @param lastText the newest words of shopper, bot or agent, shortened; empty where there are none
 */
public record Ticket(
    long id,
    ConversationId conversation,
    TicketState state,
    String reason,
    Language language,
    Instant createdAt,
    Optional<String> agent,
    Optional<String> email,
    Map<String, String> summary,
    String lastText) {
  /** The reason of a ticket that no shopper has asked for: an agent stepped in. */
  public static final String TAKEN_OVER = "taken_over";

  public Ticket {
    summary = Map.copyOf(summary);
  }
}
