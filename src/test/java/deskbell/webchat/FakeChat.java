package deskbell.webchat;

import deskbell.FakeWire;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The chat socket as a widget meets it, in memory: numbering, acknowledgement by id, resume and
 * replay are real, what the bot says is the test's. Safe for all threads. Long because it is the
 * whole contract.
 */
public final class FakeChat {
  /** A conversation on the fake's side. */
  public final class Talk {
    private final String id = UUID.randomUUID().toString();
    private final String token = "token-" + id;
    private final List<JsonObject> messages = new ArrayList<>();
    private final Map<String, JsonObject> taken = new LinkedHashMap<>();
    private final List<FakeWire> wires = new ArrayList<>();
    private String mode = "bot";
    private String locale = "en";
    private JsonObject receipt = new JsonObject();

    /** Adds a message and sends it to everybody. */
    public JsonObject post(String from, String text, JsonObject more) {
      synchronized (FakeChat.this) {
        var message = store(from, text, more);
        send(message);
        return message;
      }
    }

    /** Adds a message that nobody hears of. */
    public void lose(String from, String text) {
      store(from, text, new JsonObject());
    }

    private JsonObject store(String from, String text, JsonObject more) {
      synchronized (FakeChat.this) {
        var message =
            new JsonObject()
                .put("type", "message")
                .put("seq", messages.size() + 1)
                .put("from", from)
                .put("text", text)
                .put("at", Instant.now().toString())
                .mergeIn(more);
        messages.add(message);
        return message;
      }
    }

    /** Adds a plain message. */
    public JsonObject post(String from, String text) {
      return post(from, text, new JsonObject());
    }

    /** Sends any frame to everybody. */
    public void send(JsonObject frame) {
      synchronized (FakeChat.this) {
        wires.forEach(wire -> wire.send(frame));
      }
    }

    /** Tells how far the shopper and the desk have got, now and whenever it is taken up again. */
    public void receipt(JsonObject shopper, JsonObject desk) {
      synchronized (FakeChat.this) {
        receipt = shopper.copy().put("type", "receipt").put("desk", desk);
        send(receipt);
      }
    }

    /** Changes who answers. */
    public void status(String newMode, JsonObject more) {
      synchronized (FakeChat.this) {
        mode = newMode;
        send(
            new JsonObject()
                .put("type", "status")
                .put("mode", newMode)
                .put("open", true)
                .mergeIn(more));
      }
    }

    /** What the shopper's messages say, in order. */
    public List<String> said() {
      synchronized (FakeChat.this) {
        return messages.stream()
            .filter(message -> message.getString("from").equals("shopper"))
            .map(message -> message.getString("text"))
            .toList();
      }
    }

    /** The language that the widget asked for last. */
    public String locale() {
      synchronized (FakeChat.this) {
        return locale;
      }
    }
  }

  private final Map<String, Talk> talks = new HashMap<>();
  private final List<Talk> order = new ArrayList<>();
  private final List<JsonObject> frames = new ArrayList<>();
  private final List<JsonObject> refusals = new ArrayList<>();
  private final Set<FakeWire> open = new HashSet<>();
  private BiConsumer<Talk, String> bot = (talk, text) -> {};
  private boolean silent;
  private boolean deaf;
  private int knocks;

  /** Answers a request for {@code /chat}. */
  public synchronized void accept(RoutingContext context) {
    knocks++;
    if (!deaf) {
      context.request().toWebSocket().onSuccess(this::connected);
    }
  }

  /** From now on whoever asks for a connection is left waiting. */
  public synchronized void deaf(boolean on) {
    deaf = on;
  }

  /** How often a connection was asked for. */
  public synchronized int knocks() {
    return knocks;
  }

  /** What happens once words are stored. */
  public synchronized FakeChat answering(BiConsumer<Talk, String> newBot) {
    bot = newBot;
    return this;
  }

  /** From now on frames are stored, but no acknowledgement leaves. */
  public synchronized void silence(boolean on) {
    silent = on;
  }

  /** The next frame with an id is refused so. */
  public synchronized void refuseNext(String code, JsonObject more) {
    refusals.add(
        new JsonObject().put("type", "error").put("code", code).put("message", code).mergeIn(more));
  }

  /** The newest conversation. */
  public synchronized Talk talk() {
    return order.getLast();
  }

  /** How many conversations began. */
  public synchronized int talks() {
    return order.size();
  }

  /** Frames of this type that came in, oldest first. */
  public synchronized List<JsonObject> heard(String type) {
    return frames.stream().filter(frame -> type.equals(frame.getString("type"))).toList();
  }

  /** No resume token is known any more. */
  public synchronized void forgetTokens() {
    talks.clear();
  }

  /** Drops every connection; what is still on its way in is not heard. */
  public synchronized void cut(int code) {
    open.forEach(wire -> wire.close(code));
    lost();
  }

  /** The server has gone with every connection. */
  public synchronized void lost() {
    open.clear();
    order.forEach(talk -> talk.wires.clear());
  }

  private synchronized void connected(ServerWebSocket socket) {
    var wire = new FakeWire(socket);
    var own = new Talk[1];
    open.add(wire);
    socket.textMessageHandler(text -> own[0] = take(wire, own[0], new JsonObject(text)));
    socket.closeHandler(closed -> left(wire));
  }

  private synchronized void left(FakeWire wire) {
    open.remove(wire);
    order.forEach(talk -> talk.wires.remove(wire));
  }

  private synchronized Talk take(FakeWire wire, Talk talk, JsonObject frame) {
    if (!open.contains(wire)) {
      return talk;
    }
    frames.add(frame);
    switch (frame.getString("type")) {
      case "hello" -> {
        return hello(wire, frame);
      }
      case "ping" ->
          wire.send(new JsonObject().put("type", "pong").put("seq", talk.messages.size()));
      case "locale" -> talk.locale = frame.getString("locale");
      case "typing", "read" -> {}
      default -> keyed(wire, talk, frame);
    }
    return talk;
  }

  private Talk hello(FakeWire wire, JsonObject frame) {
    var known = talks.get(frame.getString("resume", ""));
    if (known == null && frame.containsKey("resume")) {
      wire.send(
          new JsonObject().put("type", "error").put("code", "unknown_resume").put("message", ""));
      return null;
    }
    var talk = known == null ? new Talk() : known;
    if (known == null) {
      talks.put(talk.token, talk);
      order.add(talk);
      talk.locale = frame.getString("locale", "en");
    }
    talk.wires.add(wire);
    wire.send(welcome(talk));
    if (!talk.receipt.isEmpty()) {
      wire.send(talk.receipt);
    }
    talk.messages.stream().skip(frame.getInteger("after", 0)).forEach(wire::send);
    if (!talk.mode.equals("bot")) {
      wire.send(new JsonObject().put("type", "status").put("mode", talk.mode).put("open", true));
    }
    return talk;
  }

  private static JsonObject welcome(Talk talk) {
    return new JsonObject()
        .put("type", "welcome")
        .put("conversation", talk.id)
        .put("resume", talk.token)
        .put("seq", talk.messages.size())
        .put("mode", talk.mode)
        .put("locale", talk.locale)
        .put("mail", true);
  }

  private void keyed(FakeWire wire, Talk talk, JsonObject frame) {
    var id = frame.getString("id");
    if (!refusals.isEmpty()) {
      wire.send(refusals.removeFirst().copy().put("id", id));
      return;
    }
    var before = talk.taken.get(id);
    var ack = before == null ? effect(talk, frame) : before;
    talk.taken.put(id, ack);
    if (!silent) {
      wire.send(ack);
    }
    if (before == null && frame.getString("type").equals("say")) {
      bot.accept(talk, frame.getString("text"));
    }
  }

  private JsonObject effect(Talk talk, JsonObject frame) {
    var ack = new JsonObject().put("type", "ack").put("id", frame.getString("id"));
    switch (frame.getString("type")) {
      case "say", "leave" ->
          ack.put("seq", talk.post("shopper", frame.getString("text")).getInteger("seq"));
      case "choose" -> ack.put("seq", talk.post("shopper", label(talk, frame)).getInteger("seq"));
      case "human" -> {
        ack.put("seq", talk.post("shopper", person(talk)).getInteger("seq"));
        talk.status("waiting", new JsonObject().put("position", 2).put("waitSeconds", 180));
      }
      case "close" -> talk.status("closed", new JsonObject());
      case "forget" -> {
        talks.remove(talk.token);
        talk.messages.forEach(message -> message.put("text", "").put("erased", true));
      }
      default -> {}
    }
    return ack;
  }

  private static String person(Talk talk) {
    return talk.locale.startsWith("zh") ? "转人工" : "A person, please";
  }

  private static String label(Talk talk, JsonObject frame) {
    var choices =
        talk.messages.get(frame.getInteger("message") - 1).getJsonArray("choices", new JsonArray());
    return choices.stream()
        .map(JsonObject.class::cast)
        .filter(choice -> choice.getString("value").equals(frame.getString("value")))
        .map(choice -> choice.getString("label"))
        .findFirst()
        .orElseThrow();
  }
}
