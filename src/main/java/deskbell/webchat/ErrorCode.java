package deskbell.webchat;

import deskbell.conversation.Busy;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.conversation.TooMany;
import deskbell.conversation.Unavailable;
import java.util.Locale;

/**
 * Every error and close code of the chat socket. {@code src/docs/chat-socket.md} shows the same
 * table; a test keeps the two equal.
 */
public enum ErrorCode {
  BAD_JSON("the frame is not one JSON object in UTF-8 text", "mend the client"),
  UNKNOWN_TYPE("the frame's type is not known here", "go on without it; the server may be older"),
  INVALID(
      "a field is missing, of the wrong type, or breaks a rule; the message names it",
      "mend the value; sending the same again gives the same"),
  FRAME_TOO_LARGE(1009, "the frame has more than 16 KiB", "send less, after connecting again"),
  HELLO_FIRST(4400, "another frame came before hello", "connect again and say hello first"),
  HELLO_TIMEOUT(4408, "no hello came in time", "connect again when there is something to say"),
  HELLO_AGAIN("this socket has said hello already", "open another socket for another conversation"),
  UNKNOWN_RESUME(
      "the resume token is unknown, revoked or belongs to nobody",
      "forget it and say hello without it on the same socket"),
  IDENTITY_REQUIRED(
      "a user is named without signature and expiry, and the shop enforces them",
      "have the shop sign the identity, then say hello again"),
  IDENTITY_INVALID(
      "the identity's signature does not belong to user and expiry",
      "have the shop sign it anew, then say hello again"),
  IDENTITY_EXPIRED(
      "the identity's signature has expired", "have the shop sign it anew, then say hello again"),
  ID_REUSED("the id named other content before", "send the frame again under a new id"),
  NOT_OPEN(
      "the choice belongs to no question that is open", "offer the choices of the newest question"),
  CONVERSATION_CLOSED(
      "the conversation is closed", "say hello without resume to begin another one"),
  NO_SUCH_MESSAGE("there is no such answer to judge", "judge a message of bot or agent"),
  NO_MAIL("this server sends no mail", "do not offer it; welcome says whether it does"),
  TOO_MANY_MAILS(
      "enough copies of this conversation, to this address or from this client were asked for"
          + " today",
      "try again tomorrow"),
  RATE_LIMITED(
      "too many frames that are stored came within a short time",
      "send the same frame again after retryAfterSeconds"),
  FLOODED(
      4429, "far more frames came than a widget sends", "connect again after retryAfterSeconds"),
  TOO_MANY_SOCKETS(
      4429, "too many sockets are open from this address", "connect again after retryAfterSeconds"),
  TOO_MANY_CONVERSATIONS(
      4429,
      "too many conversations were begun from this address",
      "connect again after retryAfterSeconds, or resume an earlier one"),
  UNAVAILABLE(
      "the store does not answer; whether the frame took effect is not known",
      "send the same frame under the same id again after retryAfterSeconds"),
  INTERNAL(
      "something failed here; the log of the server knows more",
      "send the same frame under the same id again after retryAfterSeconds"),
  IDLE(4410, "nothing came for too long, not even a pong", "connect again and resume"),
  SERVER_STOPPING(
      1012,
      "the server stops, or is replaced by a new version",
      "connect again after retryAfterSeconds and resume");

  /** What {@link #closeCode} says where the connection stays. */
  public static final int STAYS = 0;

  private final int closeCode;
  private final String meaning;
  private final String advice;

  ErrorCode(String meaning, String advice) {
    this(STAYS, meaning, advice);
  }

  ErrorCode(int closeCode, String meaning, String advice) {
    this.closeCode = closeCode;
    this.meaning = meaning;
    this.advice = advice;
  }

  /** The name on the wire: {@code id_reused}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The WebSocket close code that follows the error, or {@link #STAYS}. */
  public int closeCode() {
    return closeCode;
  }

  /** True where the connection ends after the error. */
  public boolean closes() {
    return closeCode != STAYS;
  }

  /** What has happened. */
  public String meaning() {
    return meaning;
  }

  /** What the client should do. */
  public String advice() {
    return advice;
  }

  /** The code of a failure. */
  static ErrorCode of(Throwable failure) {
    return switch (failure) {
      case Invalid invalid when invalid.field().equals(ShopperFrame.FRAME) -> BAD_JSON;
      case Invalid invalid when invalid.field().equals(ShopperFrame.TYPE) -> UNKNOWN_TYPE;
      case Invalid _ -> INVALID;
      case NotFound _ -> CONVERSATION_CLOSED;
      case TooMany _ -> RATE_LIMITED;
      case Busy _, Unavailable _ -> UNAVAILABLE;
      default -> INTERNAL;
    };
  }
}
