package deskbell.answering.excerpt;

import deskbell.conversation.Busy;
import deskbell.conversation.Unavailable;
import java.util.List;

/** Says how well texts go with a question. */
@FunctionalInterface
public interface Scorer {
  /**
   * A score for each text, larger for what goes better with the question. May block.
   *
   * @throws Busy where too many ask
   * @throws Unavailable where it does not come in time
   */
  List<Double> scores(String question, List<String> texts);
}
