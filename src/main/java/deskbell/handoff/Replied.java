package deskbell.handoff;

import deskbell.conversation.Message;

/** What became of an agent's reply. */
public sealed interface Replied {
  /** Stored and numbered just now. */
  record Stored(Message message) implements Replied {}

  /** The same reply was stored before; the answer is given again. */
  record Repeated(long seq) implements Replied {}

  /** The id was used before for other words. */
  record IdReused() implements Replied {}

  /** The agent may not write here. */
  record Refused(Standing standing, Move.Reason reason) implements Replied {}
}
