package deskbell.handoff;

import deskbell.conversation.Invalid;

/**
 * Something that an agent writes for colleagues alone.
 *
 * @param clientId names it: sent again under the same id it is stored once
 */
public record NewNote(String clientId, String text) {
  /** Characters a note may have at most. */
  public static final int MAX_CHARACTERS = 4_000;

  public NewNote {
    if (clientId.isBlank() || clientId.length() > AgentReply.MAX_ID) {
      throw new Invalid("id", "must have 1 to " + AgentReply.MAX_ID + " characters");
    }
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
    if (text.length() > MAX_CHARACTERS) {
      throw new Invalid("text", "has " + text.length() + " characters; at most " + MAX_CHARACTERS);
    }
  }
}
