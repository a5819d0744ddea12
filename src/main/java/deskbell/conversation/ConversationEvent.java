package deskbell.conversation;

import java.util.List;
import java.util.Optional;

/** Something that happened in a conversation and that its sockets and the desk hear of. */
public sealed interface ConversationEvent {
  /** The conversation it happened in. */
  ConversationId conversation();

  /** New numbered messages, in order. */
  record Appended(ConversationId conversation, List<Message> messages)
      implements ConversationEvent {
    public Appended {
      messages = List.copyOf(messages);
    }
  }

  /** Another mode, or another agent. */
  record ModeChanged(ConversationId conversation, Mode mode, long epoch, Optional<String> agent)
      implements ConversationEvent {}

  /** Somebody started or stopped typing. */
  record Typing(ConversationId conversation, Sender from, boolean on)
      implements ConversationEvent {}

  /** The shopper has received and read up to these numbers. */
  record Receipt(ConversationId conversation, long delivered, long read)
      implements ConversationEvent {}

  /** Agents have received, and the one who answers has read, up to these numbers. */
  record DeskReceipt(ConversationId conversation, Seen seen) implements ConversationEvent {}

  /**
   * A ticket came or changed although the conversation is in the same hands: a message was left.
   */
  record TicketChanged(ConversationId conversation) implements ConversationEvent {}

  /** The shopper has judged an answer or the whole. */
  record Rated(ConversationId conversation) implements ConversationEvent {}

  /** The conversation's content was erased; only tombstones are left. */
  record Erased(ConversationId conversation) implements ConversationEvent {}
}
