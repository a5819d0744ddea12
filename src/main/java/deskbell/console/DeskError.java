package deskbell.console;

import deskbell.conversation.Busy;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.conversation.Unavailable;
import deskbell.handoff.Move;
import java.util.Locale;

/** Every error and close code of the desk's socket; the numbers are those of the chat socket. */
enum DeskError {
  /** The frame is not one JSON object in UTF-8 text. */
  BAD_JSON,
  /** A field is missing, of the wrong type, or breaks a rule; the message names it. */
  INVALID,
  /** The frame is too long. */
  FRAME_TOO_LARGE(1009),
  /** Another frame came before hello. */
  HELLO_FIRST(4400),
  /** The hello's CSRF value is not the session's. */
  WRONG_CSRF(4403),
  /** No hello came in time. */
  HELLO_TIMEOUT(4408),
  /** The session has ended, or its role is another now: sign in again. */
  SIGNED_OUT(4401),
  /** Far more frames came than a page sends. */
  FLOODED(4429),
  /** Too many sockets of this account are open. */
  TOO_MANY_SOCKETS(4429),
  /** Too many conversations are watched by this socket. */
  TOO_MANY_WATCHED,
  /** There is no such conversation. */
  NOT_FOUND,
  /** The conversation has changed hands: a mode frame says how it stands. */
  STALE_EPOCH,
  /** The agent does not hold the conversation. */
  NOT_YOURS,
  /** The conversation has ended. */
  CLOSED,
  /** The id named other words before. */
  ID_REUSED,
  /** The store does not answer; send the same frame under the same id again. */
  UNAVAILABLE,
  /** Something failed here; send the same frame under the same id again. */
  INTERNAL,
  /** Nothing came for too long, not even a pong. */
  IDLE(4410),
  /** The server stops: connect again in a moment. */
  SERVER_STOPPING(1012);

  private static final int STAYS = 0;

  private final int closeCode;

  DeskError() {
    this(STAYS);
  }

  DeskError(int closeCode) {
    this.closeCode = closeCode;
  }

  /** The name on the wire. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The WebSocket close code that follows the error; 0 where the connection stays. */
  int closeCode() {
    return closeCode;
  }

  /** The code of a failure. */
  static DeskError of(Throwable failure) {
    return switch (failure) {
      case Invalid invalid when invalid.field().equals(DeskFrame.FRAME) -> BAD_JSON;
      case Invalid _ -> INVALID;
      case NotFound _ -> NOT_FOUND;
      case Busy _, Unavailable _ -> UNAVAILABLE;
      default -> INTERNAL;
    };
  }

  /** The code of a refusal. */
  static DeskError of(Move.Reason reason) {
    return switch (reason) {
      case STALE_EPOCH -> STALE_EPOCH;
      case NOT_YOURS, TAKEN, TICKET_OVER, FULL, ABSENT -> NOT_YOURS;
      case CLOSED -> CLOSED;
    };
  }
}
