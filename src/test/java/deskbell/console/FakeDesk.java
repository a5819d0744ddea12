package deskbell.console;

import deskbell.FakeWire;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The REST interface and the desk's socket as the console meets them, in memory. People sign in
 * with their role as name ({@code agent}, {@code editor}, {@code admin}) and the password {@code
 * secret}. Safe for all threads. Long because the console meets one server: its queue, accounts and
 * sockets change together under one lock.
 */
public final class FakeDesk {
  private static final String CSRF = "csrf-value";
  private static final String COOKIE = "deskbell_session";

  private final Map<String, JsonObject> conversations = new LinkedHashMap<>();
  private final Map<String, JsonObject> tickets = new LinkedHashMap<>();
  private final FakeArticles articles = new FakeArticles();
  private final FakePeople people = new FakePeople();
  private final Map<String, Long> replies = new HashMap<>();
  private final Map<FakeWire, Set<String>> wires = new LinkedHashMap<>();
  private final List<JsonObject> frames = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final Set<String> sessions = new HashSet<>();
  private JsonObject nextFailure = new JsonObject();
  private boolean moveOn;
  private boolean mute;
  private String faster;

  /** Adds all routes. */
  public void mount(Router router) {
    router
        .get("/desk")
        .handler(context -> context.request().toWebSocket().onSuccess(this::connected));
    router.route("/api/*").handler(BodyHandler.create(false));
    open(router);
    routes(router, HttpMethod.GET, "/api/tickets", (context, body) -> tickets());
    routes(router, HttpMethod.GET, "/api/desk", (context, body) -> shift());
    routes(
        router,
        HttpMethod.GET,
        "/api/conversations/:id/orders",
        (context, body) -> new JsonObject().put("orders", new JsonArray()));
    routes(
        router,
        HttpMethod.GET,
        "/api/conversations/:id/earlier",
        (context, body) -> new JsonObject().put("conversations", new JsonArray()));
    router
        .post("/api/suggestions")
        .handler(context -> context.json(new JsonObject().put("articles", new JsonArray())));
    routes(router, HttpMethod.POST, "/api/tickets/:id/claim", (context, body) -> claim(context));
    routes(router, HttpMethod.GET, "/api/conversations", (context, body) -> ledByBot());
    routes(router, HttpMethod.GET, "/api/conversations/:id", (context, body) -> read(context));
    routes(router, HttpMethod.POST, "/api/conversations/:id/:move", this::move);
    articles.mount((method, path, answer) -> routes(router, method, path, answer));
    new FakeReview().mount((method, path, answer) -> routes(router, method, path, answer));
    people.mount((method, path, answer) -> routes(router, method, path, answer));
  }

  // --- what tests set up and see ---------------------------------------------------------------

  /**
   * A shopper's conversation with a first message; somebody waits in it where there is a reason.
   */
  public synchronized FakeDesk conversation(
      String id, String language, String reason, String... texts) {
    var mode = reason.isEmpty() ? "bot" : "waiting";
    conversations.put(
        id,
        new JsonObject()
            .put("conversation", id)
            .put("mode", mode)
            .put("epoch", 1)
            .put("language", language)
            .put("page", "https://lanternlane.example/lamps")
            .put("summary", new JsonObject())
            .put("messages", new JsonArray()));
    for (var i = 0; i < texts.length; i++) {
      post(id, i % 2 == 0 ? "shopper" : "bot", texts[i], new JsonObject());
    }
    if (!reason.isEmpty()) {
      tickets.put(
          "t-" + id,
          new JsonObject()
              .put("id", "t-" + id)
              .put("conversation", id)
              .put("reason", reason)
              .put("language", language)
              .put("createdAt", Instant.now().minusSeconds(150).toString())
              .put("state", "waiting")
              .put("summary", new JsonObject().put("order_number", "LL20481234"))
              .put("lastText", texts[texts.length - 1]));
      push(new JsonObject().put("type", "queue"));
    }
    return this;
  }

  /** A shopper left a message with an address and has gone. */
  public synchronized FakeDesk leftMessage(String id, String language, String email, String text) {
    conversation(id, language, "left_message", text);
    conversations.get(id).put("mode", "closed").put("email", email);
    tickets.get("t-" + id).put("email", email);
    return this;
  }

  /** Adds a message and sends it to whoever watches. */
  public synchronized void post(String id, String from, String text, JsonObject more) {
    var messages = conversations.get(id).getJsonArray("messages");
    var message =
        new JsonObject()
            .put("seq", messages.size() + 1)
            .put("from", from)
            .put("text", text)
            .put("at", Instant.now().toString())
            .mergeIn(more);
    messages.add(message);
    tell(id, message.copy().put("type", "message").put("conversation", id));
  }

  /** Notes, and tells whoever watches, how far the shopper has received and read. */
  public synchronized void receipt(String id, int delivered, int read) {
    conversations.get(id).put("delivered", delivered).put("read", read);
    var frame = new JsonObject().put("type", "receipt").put("conversation", id);
    tell(id, frame.put("delivered", delivered).put("read", read));
  }

  /** Whether a page listens to a conversation now. */
  public synchronized boolean watched(String id) {
    return wires.values().stream().anyMatch(watched -> watched.contains(id));
  }

  /** Somebody else is faster than the next claim. */
  public synchronized void takenBeforeNextClaim(String agent) {
    faster = agent;
  }

  private void bump(String id) {
    conversations.get(id).put("epoch", conversations.get(id).getInteger("epoch") + 1);
  }

  /** The next reply meets a conversation that has changed hands while it was on its way. */
  public synchronized void moveOnBeforeNextReply() {
    moveOn = true;
  }

  /** An article from the files. */
  public synchronized FakeDesk article(String id, String language, String question, String answer) {
    articles.file(id, language, question, answer);
    return this;
  }

  /** Another editor saves. */
  public synchronized void savedElsewhere(String id, String language, String answer) {
    articles.savedElsewhere(id, language, answer);
  }

  /** Another editor deletes. */
  public synchronized void removedElsewhere(String id, String language) {
    articles.removedElsewhere(id, language);
  }

  /** A start with other files. */
  public synchronized void fileChanged(String id, String language, String answer) {
    articles.fileChanged(id, language, answer);
  }

  /** The stored article. */
  public synchronized JsonObject stored(String id, String language) {
    return articles.stored(id, language);
  }

  /** Everybody's names, roles and doors: {@code Kim editor}, {@code Kim editor disabled}. */
  public synchronized List<String> people() {
    return people.all();
  }

  /** Somebody else shuts somebody out. */
  public synchronized void shut(String name) {
    people.shut(name);
  }

  /** The stored messages of a conversation. */
  public synchronized List<String> texts(String id) {
    return conversations.get(id).getJsonArray("messages").stream()
        .map(message -> ((JsonObject) message).getString("text"))
        .toList();
  }

  /** Who answers a conversation. */
  public synchronized String mode(String id) {
    return conversations.get(id).getString("mode");
  }

  /** The desk's frames of this type. */
  public synchronized List<JsonObject> heard(String type) {
    return frames.stream().filter(frame -> type.equals(frame.getString("type"))).toList();
  }

  /** Method and path of every change that was asked for. */
  public synchronized List<String> changes() {
    return List.copyOf(requests);
  }

  /** Everybody is signed out. */
  public synchronized void expire() {
    sessions.clear();
  }

  /** The next change fails so. */
  public synchronized void failNext(int status, JsonObject error) {
    nextFailure = new JsonObject().put("status", status).put("error", error);
  }

  /** Drops every socket; what is still on its way in is not heard. */
  public synchronized void cut(int code) {
    wires.keySet().forEach(wire -> wire.close(code));
    wires.clear();
  }

  /** Drops every socket and welcomes nobody any more. */
  public synchronized void mute() {
    mute = true;
    cut(1012);
  }

  /** Sends a frame to every agent's page. */
  public synchronized void push(JsonObject frame) {
    wires.keySet().forEach(wire -> wire.send(frame));
  }

  // --- sessions --------------------------------------------------------------------------------

  private void open(Router router) {
    router.post("/api/session").handler(this::signIn);
    router
        .get("/api/session")
        .handler(
            context -> {
              if (role(context) == null) {
                error(context, 401, "signed_out");
              } else {
                context.json(session(role(context)));
              }
            });
    router
        .delete("/api/session")
        .handler(
            context -> {
              sessions.remove(role(context));
              context.response().setStatusCode(204).end();
            });
  }

  private synchronized void signIn(RoutingContext context) {
    var body = context.body().asJsonObject();
    var name = body.getString("name");
    if (name.equals("locked")) {
      context.response().setStatusCode(423);
      context.json(
          new JsonObject()
              .put("error", new JsonObject().put("code", "locked").put("retryAfterSeconds", 900)));
    } else if (!Set.of("agent", "editor", "admin").contains(name)
        || !body.getString("password").equals("secret")) {
      error(context, 401, "wrong_sign_in");
    } else {
      sessions.add(name);
      context.response().addCookie(Cookie.cookie(COOKIE, name).setPath("/").setHttpOnly(true));
      context.json(session(name));
    }
  }

  private static JsonObject session(String role) {
    return new JsonObject().put("name", role).put("role", role).put("csrf", CSRF);
  }

  private synchronized String role(RoutingContext context) {
    var cookie = context.request().getCookie(COOKIE);
    return cookie != null && sessions.contains(cookie.getValue()) ? cookie.getValue() : null;
  }

  private void routes(
      Router router,
      HttpMethod method,
      String path,
      BiFunction<RoutingContext, JsonObject, JsonObject> answer) {
    router
        .route(method, path)
        .handler(
            context -> {
              synchronized (this) {
                guarded(context, method, answer);
              }
            });
  }

  private void guarded(
      RoutingContext context,
      HttpMethod method,
      BiFunction<RoutingContext, JsonObject, JsonObject> answer) {
    var changing = !method.equals(HttpMethod.GET);
    if (role(context) == null) {
      error(context, 401, "signed_out");
    } else if (changing && !CSRF.equals(context.request().getHeader("X-CSRF-Token"))) {
      error(context, 403, "refused");
    } else if (changing && !nextFailure.isEmpty()) {
      context.response().setStatusCode(nextFailure.getInteger("status"));
      context.json(new JsonObject().put("error", nextFailure.getJsonObject("error")));
      nextFailure = new JsonObject();
    } else {
      if (changing) {
        requests.add(method + " " + context.normalizedPath());
      }
      var content = answer.apply(context, changing ? context.body().asJsonObject() : null);
      if (content == null) {
        error(context, 404, "not_found");
      } else {
        var refused = content.containsKey("error") ? 409 : 200;
        context.response().setStatusCode(content.getInteger("status", refused));
        context.json(content);
      }
    }
  }

  private static void error(RoutingContext context, int status, String code) {
    context.response().setStatusCode(status);
    context.json(
        new JsonObject().put("error", new JsonObject().put("code", code).put("message", code)));
  }

  /** An answer to a request for this path. */
  interface Mount {
    void add(
        HttpMethod method, String path, BiFunction<RoutingContext, JsonObject, JsonObject> answer);
  }

  static JsonObject conflict(JsonObject current) {
    return new JsonObject()
        .put("error", new JsonObject().put("code", "conflict").put("message", "changed meanwhile"))
        .put("current", current);
  }

  // --- the desk --------------------------------------------------------------------------------

  private static JsonObject shift() {
    var me =
        new JsonObject()
            .put("name", "agent")
            .put("availability", "online")
            .put("held", 1)
            .put("limit", 6)
            .put("languages", new JsonArray())
            .put("departments", new JsonArray())
            .put("version", 1);
    return new JsonObject()
        .put("firstResponse", 180)
        .put("resolution", 1800)
        .put("capacity", 6)
        .put("assigns", false)
        .put("crew", new JsonArray().add(me))
        .put("departments", new JsonArray())
        .put("canned", new JsonArray());
  }

  private JsonObject tickets() {
    var waiting = new JsonArray();
    var mine = new JsonArray();
    var others = new JsonArray();
    for (var ticket : tickets.values()) {
      switch (ticket.getString("state")) {
        case "waiting" -> waiting.add(ticket);
        case "claimed" -> ("agent".equals(ticket.getString("agent")) ? mine : others).add(ticket);
        default -> {}
      }
    }
    return new JsonObject().put("waiting", waiting).put("mine", mine).put("others", others);
  }

  private JsonObject ledByBot() {
    var list = new JsonArray();
    for (var conversation : conversations.values()) {
      var messages = conversation.getJsonArray("messages");
      if (conversation.getString("mode").equals("bot")) {
        var last = messages.getJsonObject(messages.size() - 1);
        list.add(
            new JsonObject()
                .put("conversation", conversation.getString("conversation"))
                .put("mode", "bot")
                .put("language", conversation.getString("language"))
                .put("updatedAt", last.getString("at"))
                .put("lastText", last.getString("text")));
      }
    }
    return new JsonObject().put("conversations", list);
  }

  private JsonObject read(RoutingContext context) {
    var conversation = conversations.get(context.pathParam("id"));
    if (conversation == null) {
      return null;
    }
    var after = Integer.parseInt(context.request().getParam("after", "0"));
    var all = conversation.getJsonArray("messages");
    var messages = new JsonArray();
    all.stream().skip(after).forEach(messages::add);
    return conversation.copy().put("messages", messages).put("seq", all.size());
  }

  private JsonObject claim(RoutingContext context) {
    var ticket = tickets.get(context.pathParam("id"));
    var id = ticket.getString("conversation");
    if (faster != null) {
      bump(id);
      conversations.get(id).put("mode", "human").put("agent", faster);
      faster = null;
    }
    if (conversations.get(id).getString("mode").equals("closed")) {
      ticket.put("state", "claimed").put("agent", role(context));
      return new JsonObject();
    }
    if (!conversations.get(id).getString("mode").equals("waiting")) {
      return conflict(conversations.get(id));
    }
    return hand(id, "human", role(context));
  }

  private JsonObject move(RoutingContext context, JsonObject body) {
    var id = context.pathParam("id");
    var now = conversations.get(id);
    if (now.getString("mode").equals("closed")) {
      tickets.remove("t-" + id);
      return new JsonObject();
    }
    var takeover = context.pathParam("move").equals("takeover");
    if (takeover
        ? !now.getString("mode").equals("bot")
        : !now.getInteger("epoch").equals(body.getInteger("epoch"))) {
      return conflict(now);
    }
    return switch (context.pathParam("move")) {
      case "takeover" -> hand(id, "human", role(context));
      case "release" -> hand(id, "bot", null);
      case "close" -> hand(id, "closed", null);
      default -> null;
    };
  }

  private JsonObject hand(String id, String mode, String agent) {
    var now = conversations.get(id);
    now.put("mode", mode).put("epoch", now.getInteger("epoch") + 1).put("agent", agent);
    var ticket = tickets.get("t-" + id);
    if (ticket != null) {
      ticket.put("agent", agent).put("state", agent == null ? "released" : "claimed");
    }
    var frame =
        new JsonObject()
            .put("type", "mode")
            .put("conversation", id)
            .put("mode", mode)
            .put("epoch", now.getInteger("epoch"));
    if (agent != null) {
      frame.put("agent", agent);
    }
    tell(id, frame);
    push(new JsonObject().put("type", "queue"));
    return new JsonObject()
        .put("conversation", id)
        .put("mode", mode)
        .put("epoch", now.getInteger("epoch"));
  }

  private void tell(String id, JsonObject frame) {
    wires.forEach(
        (wire, watched) -> {
          if (watched.contains(id)) {
            wire.send(frame);
          }
        });
  }

  private void connected(ServerWebSocket socket) {
    var wire = new FakeWire(socket);
    socket.textMessageHandler(text -> take(wire, new JsonObject(text)));
    socket.closeHandler(closed -> left(wire));
  }

  private synchronized void left(FakeWire wire) {
    wires.remove(wire);
  }

  private synchronized void take(FakeWire wire, JsonObject frame) {
    if (frame.getString("type").equals("hello")) {
      hello(wire);
    } else if (wires.containsKey(wire)) {
      frames.add(frame);
      within(wire, frame);
    }
  }

  private void hello(FakeWire wire) {
    if (sessions.isEmpty()) {
      wire.close(4401);
    } else if (!mute) {
      wires.put(wire, new HashSet<>());
      wire.send(new JsonObject().put("type", "welcome").put("name", "agent").put("role", "agent"));
    }
  }

  private void within(FakeWire wire, JsonObject frame) {
    var id = frame.getString("conversation");
    switch (frame.getString("type")) {
      case "watch" -> {
        wires.get(wire).add(id);
        conversations.get(id).getJsonArray("messages").stream()
            .skip(frame.getInteger("after"))
            .map(JsonObject.class::cast)
            .forEach(
                message ->
                    wire.send(message.copy().put("type", "message").put("conversation", id)));
        wire.send(new JsonObject().put("type", "watching").put("conversation", id));
      }
      case "unwatch" -> wires.get(wire).remove(id);
      case "reply" -> reply(wire, frame, id);
      default -> {}
    }
  }

  private void reply(FakeWire wire, JsonObject frame, String id) {
    if (moveOn) {
      moveOn = false;
      bump(id);
    }
    var now = conversations.get(id);
    var answer = new JsonObject().put("id", frame.getString("id")).put("conversation", id);
    if (!now.getInteger("epoch").equals(frame.getInteger("epoch"))) {
      answer
          .put("type", "error")
          .put("code", "stale_epoch")
          .put("message", "the conversation has changed hands");
    } else {
      if (!replies.containsKey(frame.getString("id"))) {
        post(
            id,
            "agent",
            frame.getString("text"),
            new JsonObject().put("name", now.getString("agent")));
        replies.put(frame.getString("id"), (long) now.getJsonArray("messages").size());
      }
      answer.put("type", "ack").put("seq", replies.get(frame.getString("id")));
    }
    wire.send(answer);
  }
}
