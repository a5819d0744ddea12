package deskbell.conversation;

/** What was asked for does not exist, or not for whoever asks. */
public final class NotFound extends DeskbellException {
  /** A message such as {@code article x does not exist}. */
  public NotFound(String message) {
    super(message, null);
  }

  /** The same with what caused it, for the log. */
  public NotFound(String message, Throwable cause) {
    super(message, cause);
  }
}
