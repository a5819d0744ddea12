package deskbell.understanding;

import deskbell.conversation.Language;
import java.util.List;

/** The training phrases that are most like a text. */
@FunctionalInterface
public interface Neighbours {
  /**
   * A phrase, and how much it has in common with the text.
   *
   * @param likeness above 0; comparable within one answer
   */
  record Neighbour(String intent, double likeness) {}

  /** A phrase that a model was trained on, and what it means. */
  record Phrase(String text, Language language, String intent) {}

  /** The nearest phrases, nearest first; empty where nothing is in common. Any thread. */
  List<Neighbour> nearest(String text, Language language, int most);
}
