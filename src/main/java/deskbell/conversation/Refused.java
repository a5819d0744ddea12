package deskbell.conversation;

/** Whoever asks may not do this. */
public final class Refused extends DeskbellException {
  /** A message that says what is missing. */
  public Refused(String message) {
    super(message, null);
  }

  /** The same with what caused it, for the log. */
  public Refused(String message, Throwable cause) {
    super(message, cause);
  }
}
