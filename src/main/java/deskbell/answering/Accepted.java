package deskbell.answering;

import deskbell.conversation.Message;
import java.util.Optional;

/** What became of a shopper's frame on the first trip to the store. */
public sealed interface Accepted {
  /**
   * Stored and numbered just now.
   *
   * @param turn what the bot has to answer; empty while a person answers or is waited for
   */
  record Stored(Message message, Optional<Turn> turn) implements Accepted {}

  /** The same frame was stored before; the answer is given again. */
  record Repeated(long seq) implements Accepted {}

  /** The client's id was used before for other content. */
  record IdReused() implements Accepted {}

  /** The choice belongs to a question that is no longer open, or was never asked. */
  record NotOpen() implements Accepted {}

  /** The conversation is closed. */
  record Closed() implements Accepted {}
}
