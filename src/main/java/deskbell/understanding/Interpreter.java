package deskbell.understanding;

import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.util.Optional;

/** Understands a text: its language, entities and calibrated intents. */
@FunctionalInterface
public interface Interpreter {
  /**
   * What the text means. Pure computation without I/O, far under a millisecond for the linear
   * voter; call on a worker all the same. Any thread.
   *
   * @param expected the conversation's language, for texts that do not show theirs ("ok",
   *     "LL20481234")
   */
  Understood understand(String text, Optional<Language> expected);
}
