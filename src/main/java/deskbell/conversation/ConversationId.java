package deskbell.conversation;

import java.util.UUID;

/** Names one conversation. Public, never a proof of ownership: that is the resume token. */
public record ConversationId(UUID value) {
  /** A new random id. */
  public static ConversationId random() {
    return new ConversationId(UUID.randomUUID());
  }

  /** Reads an id written by {@link #toString}; anything else is {@link Invalid}. */
  public static ConversationId parse(String text) {
    try {
      return new ConversationId(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      throw new Invalid("conversation", "is not a conversation id", malformed);
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
