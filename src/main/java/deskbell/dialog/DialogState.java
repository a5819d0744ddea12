package deskbell.dialog;

import java.util.List;
import java.util.Map;

/**
 * The flows that a conversation is in: the last one is open, those before it wait.
 *
 * @param version of this layout; an unknown one is an error, never guessed at
 * @param told which variant of a text came last, by the text's key, from 0
 * @param known what flows that are over have asked, by slot
 */
public record DialogState(
    int version, List<OpenFlow> flows, Map<String, Integer> told, Map<String, Said> known) {
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
    known = Map.copyOf(known);
  }

  /** A state in which no text with variants was said yet and nothing is known of former flows. */
  public DialogState(int version, List<OpenFlow> flows) {
    this(version, flows, Map.of(), Map.of());
  }

  /** The same conversation in other flows, in the layout written now. */
  public DialogState in(List<OpenFlow> others) {
    return new DialogState(VERSION, others, told, known);
  }

  /** The same conversation, in which these variants came last. */
  DialogState telling(Map<String, Integer> variants) {
    return new DialogState(VERSION, flows, variants, known);
  }

  /** The same conversation, in which this is known as well. */
  DialogState knowing(Map<String, Said> all) {
    return new DialogState(VERSION, flows, told, all);
  }
}
