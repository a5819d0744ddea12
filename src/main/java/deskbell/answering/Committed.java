package deskbell.answering;

import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import java.util.List;

/** What became of an answer on the second trip to the store. */
public sealed interface Committed {
  /** Stored and numbered; the mode is the one after this turn. */
  record Written(List<Message> messages, Mode mode, long epoch) implements Committed {}

  /**
   * Dropped, nothing was changed.
   *
   * @param answeredElsewhere true where the turn counts as answered already, by another node or
   *     because it was handed back; false where an agent took over, or the turn before it is still
   *     unanswered
   */
  record Fenced(boolean answeredElsewhere) implements Committed {}
}
