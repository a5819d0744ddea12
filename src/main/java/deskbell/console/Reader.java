package deskbell.console;

import deskbell.conversation.Language;
import deskbell.knowledge.review.Impression;

/** Reads shoppers' questions for editors. Blocks for understanding and search; any thread. */
public interface Reader {
  /** How a question is understood now. */
  Impression read(String text, Language expected);

  /** The question without what tells who asked: addresses, telephone and order numbers. */
  String shown(String text, Language expected);
}
