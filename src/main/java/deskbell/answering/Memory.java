package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.dialog.DialogState;
import java.util.List;

/**
 * What the bot remembers of a conversation between two turns. Kept in PostgreSQL as JSON; readable
 * by later versions.
 *
 * @param dialog the open flow and the flows that wait below it
 * @param misses turns in a row that brought no answer
 * @param offered the readings offered by the last clarifying question; empty when none is open
 */
public record Memory(DialogState dialog, int misses, List<Choice> offered) {
  /** The memory of a new conversation. */
  public static final Memory EMPTY = new Memory(DialogState.IDLE, 0, List.of());

  public Memory {
    offered = List.copyOf(offered);
  }
}
