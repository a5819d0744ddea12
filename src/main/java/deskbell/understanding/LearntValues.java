package deskbell.understanding;

import deskbell.conversation.Entity;
import deskbell.conversation.Language;
import java.time.LocalDate;
import java.util.List;

/** Finds values that rules overlook. May block; any thread but an event loop. */
@FunctionalInterface
public interface LearntValues {
  /** Finds none. */
  LearntValues NONE = (found, _, _, _) -> found;

  /** What rules found in a text, and what stands there besides, in the order of the text. */
  List<Entity> beside(List<Entity> found, String text, Language language, LocalDate today);
}
