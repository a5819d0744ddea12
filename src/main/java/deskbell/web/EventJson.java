package deskbell.web;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.DeskReceipt;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationEvent.Rated;
import deskbell.conversation.ConversationEvent.Receipt;
import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationEvent.Typing;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.conversation.Mode;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Events as JSON between nodes, which may run neighbouring versions of Deskbell. */
final class EventJson {
  private EventJson() {}

  static JsonObject encode(ConversationEvent event) {
    var json = new JsonObject().put("conversation", event.conversation().toString());
    return switch (event) {
      case Appended(_, var messages) -> {
        var array = new JsonArray();
        messages.forEach(message -> array.add(MessageJson.putWithTrace(new JsonObject(), message)));
        yield json.put("type", "appended").put("messages", array);
      }
      case ModeChanged(_, var mode, var epoch, var agent) ->
          json.put("type", "mode")
              .put("mode", mode.wire())
              .put("epoch", epoch)
              .put("agent", agent.orElse(null));
      case Typing(_, var from, var on) ->
          json.put("type", "typing").put("from", from.wire()).put("on", on);
      case Receipt(_, var delivered, var read) ->
          json.put("type", "receipt").put("delivered", delivered).put("read", read);
      case DeskReceipt(_, var seen) ->
          json.put("type", "desk receipt")
              .put("delivered", seen.delivered())
              .put("read", seen.read());
      case TicketChanged _ -> json.put("type", "ticket");
      case Rated _ -> json.put("type", "rated");
      case Erased _ -> json.put("type", "erased");
    };
  }

  static ConversationEvent decode(JsonObject json) {
    var id = ConversationId.parse(json.getString("conversation"));
    return switch (json.getString("type")) {
      case "appended" ->
          new Appended(
              id,
              json.getJsonArray("messages").stream()
                  .map(message -> MessageJson.decode((JsonObject) message))
                  .toList());
      case "mode" ->
          new ModeChanged(
              id,
              Mode.ofWire(json.getString("mode")),
              json.getLong("epoch"),
              Optional.ofNullable(json.getString("agent")));
      case "typing" -> new Typing(id, Sender.ofWire(json.getString("from")), json.getBoolean("on"));
      case "receipt" -> new Receipt(id, json.getLong("delivered"), json.getLong("read"));
      case "desk receipt" ->
          new DeskReceipt(id, new Seen(json.getLong("delivered"), json.getLong("read")));
      case "ticket" -> new TicketChanged(id);
      case "rated" -> new Rated(id);
      case "erased" -> new Erased(id);
      case String unknown -> throw new Invalid("type", "is " + unknown + ", which is no event");
    };
  }
}
