package deskbell.console;

import deskbell.console.account.Account;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Sender;
import deskbell.web.Line;
import deskbell.web.MessageJson;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A frame to an agent's page. */
sealed interface DeskPush extends Line.Frame {
  /** The socket belongs to this agent from now on. */
  record Welcome(Account account) implements DeskPush {}

  /** A reply is stored. */
  record Ack(String id, ConversationId conversation, long seq) implements DeskPush {}

  /**
   * A conversation is watched: whatever happens from now on is sent. What stands beside it may have
   * changed since it was read, so read it again.
   */
  record Watching(ConversationId conversation) implements DeskPush {}

  /** A message of a watched conversation. */
  record Said(ConversationId conversation, Message message) implements DeskPush {}

  /** Tickets have changed: read them again. */
  record Queue() implements DeskPush {}

  /** What stands beside a watched conversation has changed: read it again. */
  record Changed(ConversationId conversation) implements DeskPush {}

  /** Who answers a watched conversation. */
  record InMode(ConversationId conversation, Mode mode, long epoch, Optional<String> agent)
      implements DeskPush {}

  /** Somebody started or stopped typing. */
  record Typing(ConversationId conversation, Sender from, boolean on) implements DeskPush {}

  /** What the shopper has received and read. */
  record Receipt(ConversationId conversation, long delivered, long read) implements DeskPush {}

  /** The server is there. */
  record Pong() implements DeskPush {}

  /**
   * Something was not done.
   *
   * @param id of the reply that it is about
   */
  record Problem(
      DeskError code, String message, Optional<String> id, Optional<ConversationId> conversation)
      implements DeskPush, Line.Last {
    /** A problem with no reply in particular. */
    static Problem of(DeskError code, String message) {
      return new Problem(code, message, Optional.empty(), Optional.empty());
    }

    @Override
    public int closeCode() {
      return code.closeCode();
    }

    @Override
    public String closeReason() {
      return code.wire();
    }
  }

  @Override
  default String encode() {
    return switch (this) {
      case Welcome(var account) ->
          type("welcome")
              .put("name", account.name().value())
              .put("role", account.role().wire())
              .encode();
      case Ack(var id, var conversation, var seq) ->
          about("ack", conversation).put("id", id).put("seq", seq).encode();
      case Said(var conversation, var message) ->
          MessageJson.putWithTrace(about("message", conversation), message).encode();
      case Watching(var conversation) -> about("watching", conversation).encode();
      case Queue() -> type("queue").encode();
      case Changed(var conversation) -> about("changed", conversation).encode();
      case InMode(var conversation, var mode, var epoch, var agent) -> {
        var json = about("mode", conversation).put("mode", mode.wire()).put("epoch", epoch);
        agent.ifPresent(name -> json.put("agent", name));
        yield json.encode();
      }
      case Typing(var conversation, var from, var on) ->
          about("typing", conversation).put("from", from.wire()).put("on", on).encode();
      case Receipt(var conversation, var delivered, var read) ->
          about("receipt", conversation).put("delivered", delivered).put("read", read).encode();
      case Pong() -> type("pong").encode();
      case Problem problem -> encode(problem);
    };
  }

  private static String encode(Problem problem) {
    var json = type("error").put("code", problem.code().wire()).put("message", problem.message());
    problem.id().ifPresent(id -> json.put("id", id));
    problem.conversation().ifPresent(id -> json.put("conversation", id.toString()));
    return json.encode();
  }

  private static JsonObject type(String type) {
    return new JsonObject().put("type", type);
  }

  private static JsonObject about(String type, ConversationId conversation) {
    return type(type).put("conversation", conversation.toString());
  }
}
