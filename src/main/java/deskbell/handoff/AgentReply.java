package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;

/**
 * What an agent writes.
 *
 * @param clientId names this message: sent again under the same id it is stored once
 * @param epoch the one that the agent knows; a reply of an older one is refused
 * @param text safe Markdown
 */
public record AgentReply(ConversationId conversation, String clientId, long epoch, String text) {
  /** Characters a reply may have at most. */
  public static final int MAX_CHARACTERS = 4_000;

  /** Characters a client's id may have at most. */
  public static final int MAX_ID = 64;

  public AgentReply {
    if (clientId.isBlank() || clientId.length() > MAX_ID) {
      throw new Invalid("id", "must have 1 to " + MAX_ID + " characters");
    }
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
    if (text.length() > MAX_CHARACTERS) {
      throw new Invalid("text", "has " + text.length() + " characters; at most " + MAX_CHARACTERS);
    }
  }
}
