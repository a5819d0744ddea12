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
 * @param asked the clarifying questions of this conversation, the newest last; none is asked twice
 * @param upset turns in which the shopper was rude or complained
 */
public record Memory(
    DialogState dialog, int misses, List<Choice> offered, List<String> asked, int upset) {
  /** The memory of a new conversation. */
  public static final Memory EMPTY = new Memory(DialogState.IDLE, 0, List.of());

  public Memory {
    offered = List.copyOf(offered);
    asked = List.copyOf(asked);
  }

  /** The memory of a calm conversation in which nothing was asked about yet. */
  public Memory(DialogState dialog, int misses, List<Choice> offered) {
    this(dialog, misses, offered, List.of(), 0);
  }
}
