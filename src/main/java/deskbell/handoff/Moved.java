package deskbell.handoff;

import deskbell.conversation.Message;

/** What became of an agent's wish, with how the conversation stands afterwards. */
public sealed interface Moved {
  /** How the conversation stands afterwards. */
  Standing standing();

  /** It has changed hands. */
  record Done(Standing standing, Message announcement) implements Moved {}

  /** The ticket alone has changed. */
  record Marked(Standing standing) implements Moved {}

  /** It stood like that already. */
  record Already(Standing standing) implements Moved {}

  /** Nothing was changed. */
  record Refused(Standing standing, Move.Reason reason) implements Moved {}
}
