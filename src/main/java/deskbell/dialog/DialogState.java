package deskbell.dialog;

import java.util.List;

/**
 * The flows that a conversation is in: the last one is open, those before it wait.
 *
 * @param version of this layout; an unknown one is an error, never guessed at
 */
public record DialogState(int version, List<OpenFlow> flows) {
  /** The layout written now. */
  public static final int VERSION = 1;

  /** No flow is open. */
  public static final DialogState IDLE = new DialogState(VERSION, List.of());

  public DialogState {
    flows = List.copyOf(flows);
  }
}
