package deskbell.conversation;

/** Somebody else was faster: the state is no longer what the request assumed. */
public final class Conflict extends DeskbellException {
  /** A message that says what it is now. */
  public Conflict(String message) {
    super(message, null);
  }

  /** The same with what caused it, for the log. */
  public Conflict(String message, Throwable cause) {
    super(message, cause);
  }
}
