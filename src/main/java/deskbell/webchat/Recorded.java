package deskbell.webchat;

import deskbell.conversation.ConversationEvent;
import java.util.List;
import java.util.Optional;

/** What became of a {@link Deed}. */
public sealed interface Recorded {
  /**
   * Committed, now or before.
   *
   * @param seq where the frame became a message
   * @param events what happened just now, for the caller to publish; empty for a repeated frame
   */
  record Done(Optional<Long> seq, List<ConversationEvent> events) implements Recorded {
    public Done {
      events = List.copyOf(events);
    }
  }

  /** The client's id was used before for other content. */
  record IdReused() implements Recorded {}

  /** There is no such answer of a bot or an agent to judge. */
  record NoSuchMessage() implements Recorded {}

  /** Enough copies were asked for within a day. */
  record TooManyMails() implements Recorded {}

  /** The conversation is closed. */
  record Closed() implements Recorded {}
}
