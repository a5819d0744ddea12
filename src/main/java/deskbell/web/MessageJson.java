package deskbell.web;

import deskbell.conversation.Card;
import deskbell.conversation.Choice;
import deskbell.conversation.Message;
import deskbell.conversation.Sender;
import deskbell.conversation.Source;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A message as JSON: as shoppers get it, and with its reasons for agents and between nodes. */
public final class MessageJson {
  private static final JsonArray NOTHING = new JsonArray(List.of());

  private MessageJson() {}

  /** Adds all of the message's fields to an object, for agents and other nodes. */
  public static JsonObject putWithTrace(JsonObject json, Message message) {
    put(json, message);
    return message.trace().isEmpty() ? json : json.put("trace", new JsonArray(message.trace()));
  }

  /** Adds what shoppers may see of the message to an object. Empty fields are left out. */
  public static JsonObject put(JsonObject json, Message message) {
    json.put("seq", message.seq()).put("from", message.from().wire());
    message.name().ifPresent(name -> json.put("name", name));
    json.put("text", message.text());
    message.inReplyTo().ifPresent(seq -> json.put("inReplyTo", seq));
    if (!message.choices().isEmpty()) {
      json.put("choices", array(message.choices(), MessageJson::encode));
    }
    if (!message.cards().isEmpty()) {
      json.put("cards", array(message.cards(), MessageJson::encode));
    }
    json.put("at", message.at().toString());
    message
        .source()
        .ifPresent(
            source ->
                json.put(
                    "source",
                    new JsonObject().put("kind", source.kind().wire()).put("id", source.id())));
    return message.erased() ? json.put("erased", true) : json;
  }

  /** Reads what {@link #putWithTrace} wrote. */
  public static Message decode(JsonObject json) {
    var source = Optional.ofNullable(json.getJsonObject("source"));
    return new Message(
        json.getLong("seq"),
        Sender.ofWire(json.getString("from")),
        Optional.ofNullable(json.getString("name")),
        json.getString("text"),
        Optional.ofNullable(json.getLong("inReplyTo")),
        list(json.getJsonArray("choices"), MessageJson::choice),
        list(json.getJsonArray("cards"), MessageJson::card),
        Instant.parse(json.getString("at")),
        source.map(s -> new Source(Source.Kind.ofWire(s.getString("kind")), s.getString("id"))),
        json.getBoolean("erased", false),
        json.getJsonArray("trace", NOTHING).stream().map(String.class::cast).toList());
  }

  private static JsonObject encode(Choice choice) {
    return new JsonObject().put("label", choice.label()).put("value", choice.value());
  }

  private static Choice choice(JsonObject json) {
    return new Choice(json.getString("label"), json.getString("value"));
  }

  private static JsonObject encode(Card card) {
    return new JsonObject()
        .put("title", card.title())
        .put("subtitle", card.subtitle())
        .put("image", card.image())
        .put("action", card.action())
        .put("url", card.url())
        .put("alt", card.alt());
  }

  private static Card card(JsonObject json) {
    return new Card(
        json.getString("title"),
        json.getString("subtitle"),
        json.getString("image"),
        json.getString("action"),
        json.getString("url"),
        json.getString("alt", ""));
  }

  private static <T> JsonArray array(List<T> values, Function<T, JsonObject> encode) {
    var array = new JsonArray();
    values.forEach(value -> array.add(encode.apply(value)));
    return array;
  }

  private static <T> List<T> list(JsonArray array, Function<JsonObject, T> decode) {
    return array == null
        ? List.of()
        : array.stream().map(JsonObject.class::cast).map(decode).toList();
  }
}
