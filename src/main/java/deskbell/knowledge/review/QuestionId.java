package deskbell.knowledge.review;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;

/** A shopper's message that asks something; written as {@code conversation/number}. */
public record QuestionId(ConversationId conversation, long seq) {
  /** The question of a written id; anything else is {@link Invalid}. */
  public static QuestionId parse(String written) {
    var slash = written.indexOf('/');
    try {
      return new QuestionId(
          ConversationId.parse(written.substring(0, slash)),
          Long.parseLong(written.substring(slash + 1)));
    } catch (IndexOutOfBoundsException | NumberFormatException wrong) {
      throw new Invalid("questions", "has \"" + written + "\", which names no question", wrong);
    }
  }

  @Override
  public String toString() {
    return conversation + "/" + seq;
  }
}
