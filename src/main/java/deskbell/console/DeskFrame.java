package deskbell.console;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.conversation.Seen;
import deskbell.handoff.AgentReply;
import deskbell.web.Fields;
import deskbell.web.TextFrames;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** A frame from an agent's page. Unknown fields are passed over; everything else is strict. */
sealed interface DeskFrame {
  /** The field that errors about the frame as a whole name. */
  String FRAME = TextFrames.FRAME;

  /** Bytes a frame may have at most: a reply of four bytes a character. */
  int MAX_BYTES = 32 * 1024;

  /** Characters of a type, an id or a CSRF value at most. */
  int MAX_WORD = 100;

  /** Shows that the page can read what the session's server says. */
  record Hello(String csrf) implements DeskFrame {}

  /** Asks for a conversation's messages above a number, and for all that happens from now on. */
  record Watch(ConversationId conversation, long after) implements DeskFrame {}

  /** Ends that. */
  record Unwatch(ConversationId conversation) implements DeskFrame {}

  /** Words for the shopper. */
  record Say(AgentReply reply) implements DeskFrame {}

  /** The agent started or stopped typing. */
  record Typing(ConversationId conversation, boolean on) implements DeskFrame {}

  /** How far the page has a conversation, or its agent has read it. */
  record Progress(ConversationId conversation, Seen seen) implements DeskFrame {}

  /** Asks for a sign of life, and for what was missed. */
  record Ping() implements DeskFrame {}

  /** True where somebody did something; false where the page sends it by itself. */
  default boolean byHand() {
    return switch (this) {
      case Ping _, Progress _ -> false;
      case Hello _, Watch _, Unwatch _, Say _, Typing _ -> true;
    };
  }

  /** Parses one JSON object; anything else is {@link Invalid} with field {@link #FRAME}. */
  static JsonObject parse(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException malformed) {
      throw new Invalid(FRAME, "is not a JSON object", malformed);
    }
  }

  /** Reads a parsed frame; {@link Invalid} names the field that breaks a rule. */
  static DeskFrame decode(JsonObject json) {
    var fields = new Fields(json);
    return switch (fields.text("type", MAX_WORD)) {
      case "hello" -> new Hello(fields.text("csrf", MAX_WORD));
      case "watch" -> new Watch(conversation(fields), fields.optionalNumber("after").orElse(0L));
      case "unwatch" -> new Unwatch(conversation(fields));
      case "reply" -> new Say(reply(fields));
      case "typing" -> new Typing(conversation(fields), fields.flag("on"));
      case "received" -> new Progress(conversation(fields), Seen.delivered(fields.number("seq")));
      case "read" -> new Progress(conversation(fields), Seen.read(fields.number("seq")));
      case "ping" -> new Ping();
      case String unknown ->
          throw new Invalid(
              "type",
              "is "
                  + unknown
                  + "; known: hello, watch, unwatch, reply, typing, received, read, ping");
    };
  }

  private static AgentReply reply(Fields fields) {
    return new AgentReply(
        conversation(fields),
        fields.text("id", AgentReply.MAX_ID),
        fields.number("epoch"),
        fields.text("text", AgentReply.MAX_CHARACTERS));
  }

  private static ConversationId conversation(Fields fields) {
    return ConversationId.parse(fields.text("conversation", MAX_WORD));
  }
}
