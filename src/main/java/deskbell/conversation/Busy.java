package deskbell.conversation;

/** A queue is full; trying again soon may succeed. */
public final class Busy extends DeskbellException {
  /** A message that names the queue. */
  public Busy(String message) {
    super(message, null);
  }

  /** The same with what caused it, for the log. */
  public Busy(String message, Throwable cause) {
    super(message, cause);
  }
}
