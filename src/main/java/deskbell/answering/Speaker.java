package deskbell.answering;

import deskbell.conversation.Language;

/** Says in words of its own what is written somewhere. */
@FunctionalInterface
public interface Speaker {
  /** Says nothing. */
  Speaker SILENT = (_, _, _, _) -> new Spoken.Silent();

  /** What is said in other words. */
  enum Kind {
    /** An answer from facts, which may be said shorter. */
    FACTS,
    /** Small talk and acknowledgements, of which only parts may be left out. */
    TALK
  }

  /** Other words for what is written. May block; any thread but an event loop. */
  Spoken speak(Kind kind, Language language, String question, String written);
}
