package deskbell.conversation;

/** Something outside (database, shop, disk) does not answer. */
public final class Unavailable extends DeskbellException {
  /** A message that names it. */
  public Unavailable(String message) {
    super(message, null);
  }

  /** The same with what caused it, for the log. */
  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
