package deskbell.conversation;

/**
 * The one error family. A message names field, value and rule and may be shown to whoever caused
 * it; causes stay in the log.
 */
public abstract sealed class DeskbellException extends RuntimeException
    permits Invalid, NotFound, Refused, Conflict, Busy, TooMany, Unavailable {
  DeskbellException(String message, Throwable cause) {
    super(message, cause);
  }
}
