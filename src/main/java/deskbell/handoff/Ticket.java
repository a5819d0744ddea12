package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Sender;
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
 * @param lastText the newest words of shopper or agent, shortened; empty where there are none
 * @param course how it goes
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
    String lastText,
    Course course) {
  /** The reason of a ticket that no shopper has asked for: an agent stepped in. */
  public static final String TAKEN_OVER = "taken_over";

  /**
   * How a ticket goes.
   *
   * @param queuedAt since when somebody waits, or waited until the agent came. Back in the queue
   *     before anybody has answered, they have waited all the time; after an answer, since they
   *     last wrote without one
   * @param repliedAt when a person first answered after that
   * @param lastFrom who wrote the newest words, and {@code lastAt} when
   * @param leftAt when the shopper's last page was closed
   * @param seq the newest number of the conversation
   */
  public record Course(
      Instant queuedAt,
      Optional<Instant> repliedAt,
      Optional<Sender> lastFrom,
      Optional<Instant> lastAt,
      Optional<Instant> leftAt,
      long seq,
      Optional<String> department) {}

  public Ticket {
    summary = Map.copyOf(summary);
  }

  /** The department that it belongs to; empty where it is everybody's. */
  public Optional<String> department() {
    return course.department();
  }
}
