package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import deskbell.web.Line;
import deskbell.web.MessageJson;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** A frame to the widget. */
public sealed interface ServerFrame extends Line.Frame {
  /** The socket belongs to a conversation from now on. */
  record Welcome(
      ConversationId conversation,
      ResumeToken resume,
      long seq,
      Mode mode,
      Language locale,
      boolean mail)
      implements ServerFrame {}

  /** A frame's effect is committed. */
  record Ack(String id, Optional<Long> seq) implements ServerFrame {}

  /** A message of the transcript. */
  record Said(Message message) implements ServerFrame {}

  /** Somebody else started or stopped typing. */
  record Typing(Sender from, boolean on) implements ServerFrame {}

  /** Who answers, and the place in the queue. */
  record Status(Mode mode, Optional<String> agent, Desk.Standing standing) implements ServerFrame {}

  /** What the shopper has received and read, for other tabs, and what the desk has. */
  record Receipt(Seen shopper, Seen desk) implements ServerFrame {}

  /** The newest number. */
  record Pong(long seq) implements ServerFrame {}

  /** Something was not done. */
  record Problem(ErrorCode code, String message, Optional<String> id, Optional<Duration> retryAfter)
      implements ServerFrame, Line.Last {
    @Override
    public int closeCode() {
      return code.closeCode();
    }

    @Override
    public String closeReason() {
      return code.wire();
    }

    /** An error about no frame in particular. */
    static Problem of(ErrorCode code, String message) {
      return new Problem(code, message, Optional.empty(), Optional.empty());
    }

    /** An error that needs no more words than its code has. */
    static Problem of(ErrorCode code) {
      return of(code, code.meaning());
    }

    /** Too much of something came. */
    static Problem tooMany(ErrorCode code, int most, String what, Duration within) {
      return of(
          code, "more than " + most + " " + what + " came within " + within.toSeconds() + " s");
    }

    /** The same, to be tried again after a while. */
    Problem retry(Duration after) {
      return new Problem(code, message, id, Optional.of(after));
    }

    /** The same about the frame of this id. */
    Problem about(String clientId) {
      return new Problem(code, message, Optional.of(clientId), retryAfter);
    }
  }

  /** The frame as JSON. */
  @Override
  default String encode() {
    var json = new JsonObject();
    switch (this) {
      case Welcome(var conversation, var resume, var seq, var mode, var locale, var mail) ->
          json.put("type", "welcome")
              .put("conversation", conversation.toString())
              .put("resume", resume.value())
              .put("seq", seq)
              .put("mode", mode.wire())
              .put("locale", locale.code())
              .put("mail", mail);
      case Ack(var id, var seq) -> {
        json.put("type", "ack").put("id", id);
        seq.ifPresent(number -> json.put("seq", number));
      }
      case Said(var message) -> MessageJson.put(json.put("type", "message"), message);
      case Typing(var from, var on) ->
          json.put("type", "typing").put("from", from.wire()).put("on", on);
      case Status status -> encode(json, status);
      case Receipt(var shopper, var desk) -> {
        put(json.put("type", "receipt"), shopper);
        if (!desk.equals(Seen.NOTHING)) {
          json.put("desk", put(new JsonObject(), desk));
        }
      }
      case Pong(var seq) -> json.put("type", "pong").put("seq", seq);
      case Problem error -> encode(json, error);
    }
    return json.encode();
  }

  private static JsonObject put(JsonObject json, Seen seen) {
    return json.put("delivered", seen.delivered()).put("read", seen.read());
  }

  private static void encode(JsonObject json, Status status) {
    json.put("type", "status").put("mode", status.mode().wire());
    status.standing().position().ifPresent(place -> json.put("position", place));
    status.standing().waitSeconds().ifPresent(seconds -> json.put("waitSeconds", seconds));
    status.agent().ifPresent(name -> json.put("agent", name));
    json.put("open", status.standing().open());
    status.standing().opens().ifPresent(at -> json.put("opens", at.toString()));
  }

  private static void encode(JsonObject json, Problem error) {
    json.put("type", "error").put("code", error.code().wire()).put("message", error.message());
    error.id().ifPresent(id -> json.put("id", id));
    error.retryAfter().ifPresent(after -> json.put("retryAfterSeconds", Math.max(1, ceil(after))));
  }

  private static long ceil(Duration after) {
    return after.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
