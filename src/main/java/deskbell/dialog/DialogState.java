package deskbell.dialog;

import java.util.List;
import java.util.Map;

/**
 * The flows that a conversation is in: the last one is open, those before it wait.
 *
 * @param version of this layout; an unknown one is an error, never guessed at
 * @param told which variant of a text came last, by the text's key, from 0
 */
public record DialogState(int version, List<OpenFlow> flows, Map<String, Integer> told) {
  /** The layout written now. */
  public static final int VERSION = 2;

  /** No flow is open. */
  public static final DialogState IDLE = new DialogState(VERSION, List.of());

  /**
   * Stands for a stored state that cannot be read: the shopper is told that the place was lost, and
   * the conversation goes on without an open flow.
   */
  public static final DialogState UNREADABLE =
      new DialogState(0, List.of(new OpenFlow("unreadable", "none", Map.of(), Map.of(), 0)));

  public DialogState {
    flows = List.copyOf(flows);
    told = Map.copyOf(told);
  }

  /** A state in which no text with variants was said yet. */
  public DialogState(int version, List<OpenFlow> flows) {
    this(version, flows, Map.of());
  }
}
