package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.console.ApiContract;
import deskbell.store.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The matrix of whom nothing is shown to and who may do nothing: every route of the server's own
 * list, and every frame that its sockets say they know, as nobody, as the wrong shopper, the wrong
 * agent and the editor. A new route or frame is in it by itself, or fails with what is missing.
 * Long because it is one matrix.
 */
class StrangersTest {
  private static final String SECRET_WORDS = "Zanzibar wardrobe";
  private static final String SECRET_DRAFT = "Samarkand carpet";
  private static final Set<String> READING = Set.of("get");
  private static final Set<String> OPERATIONS = Set.of("get", "post", "put", "delete");
  private static final Pattern KNOWN = Pattern.compile("known: ([a-z_, ]+)");

  /** What any agent may do to a conversation that another one holds: write a note for them. */
  private static final Set<String> SHARED = Set.of("/api/conversations/{id}/notes");

  /** Written by the clock or by who looks, not by what is asked for. */
  private static final String VOLATILE =
      "'flyway_schema_history', 'account_session', 'api_token', 'agent_presence', 'sign_in_try',"
          + " 'article_day', 'use_progress', 'flow_day', 'flow_move', 'node'";

  /** Frames of a shopper, as aimed at somebody else's conversation. */
  private static final Map<String, String> SHOPPER =
      Map.ofEntries(
          Map.entry("hello", "'resume':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"),
          Map.entry("say", "'id':'x1','text':'give me the words'"),
          Map.entry("choose", "'id':'x2','message':2,'value':'yes'"),
          Map.entry("human", "'id':'x3'"),
          Map.entry("rate", "'id':'x4','message':2,'helpful':false,'comment':'mine'"),
          Map.entry("leave", "'id':'x5','email':'a@b.example','text':'mine'"),
          Map.entry("transcript", "'id':'x8','email':'a@b.example'"),
          Map.entry("locale", "'locale':'zh'"),
          Map.entry("typing", "'on':true"),
          Map.entry("read", "'seq':1"),
          Map.entry("ping", "'seq':0"),
          Map.entry("forget", "'id':'x6'"),
          Map.entry("close", "'id':'x7'"));

  /** Frames of an agent about a conversation, whose id and epoch are added. */
  private static final Map<String, String> DESK =
      Map.of(
          "hello", "'csrf':'AAAA'",
          "watch", "'after':0",
          "unwatch", "'after':0",
          "reply", "'id':'x1','epoch':0,'text':'mine now'",
          "typing", "'on':true",
          "received", "'seq':99",
          "read", "'seq':99",
          "ping", "'seq':0");

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RunningServer server;
  private static Caller nobody;
  private static final Map<String, Caller> people = new LinkedHashMap<>();
  private static final Map<String, Caller> programs = new LinkedHashMap<>();
  private static Wire shopper;
  private static String conversation;
  private static String ticket;
  private static JsonNode api;

  @BeforeAll
  static void somebody_has_something_to_hide() throws TimeoutException {
    server = RunningServer.on(database, data);
    nobody = Caller.nobody(CLIENT, server);
    var first = server.firstSignIn();
    people.put("admin", nobody.signedIn(first.name(), first.password()));
    for (var role : List.of("agent", "editor")) {
      people.put(role, person(role, role));
    }
    people.put("other", person("other", "agent"));
    for (var role : List.of("agent", "editor", "admin")) {
      programs.put(role, program(role));
    }
    api = people.get("admin").done("GET", "/api/openapi.json", "");
    shopper = Wire.open(CLIENT, server, "/chat");
    shopper.send("{\"type\":\"hello\"}");
    conversation = shopper.next("welcome").path("conversation").asText();
    shopper.send(frame("say", "'id':'s1','text':'" + SECRET_WORDS + "'"));
    shopper.next("ack");
    shopper.send(frame("human", "'id':'s2'"));
    shopper.next("ack");
    people
        .get("agent")
        .done("POST", "/api/conversations/%s/takeover".formatted(conversation), "{}");
    ticket = database.text("SELECT id FROM ticket WHERE conversation = '" + conversation + "'");
    Waiting.until(
        "the shopper's page says that everything has come",
        () ->
            "0"
                .equals(
                    database.text(
                        "SELECT seq - delivered FROM conversation WHERE id = '%s'"
                            .formatted(conversation))));
    people
        .get("editor")
        .done(
            "POST",
            "/api/articles",
            "{\"id\":\"hidden\",\"language\":\"en\",\"question\":\"%s?\",\"answer\":\"None.\"}"
                .formatted(SECRET_DRAFT));
  }

  private static Caller person(String name, String role) {
    var body = "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role);
    var added = people.get("admin").done("POST", "/api/users", body);
    return nobody.signedIn(name, added.path("password").asText());
  }

  private static Caller program(String role) {
    var body = "{\"name\":\"program %s\",\"role\":\"%s\",\"days\":1}".formatted(role, role);
    var secret = people.get("admin").done("POST", "/api/tokens", body).path("secret").asText();
    return nobody.with("Authorization", "Bearer " + secret);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    shopper.close();
    server.close();
    CLIENT.close();
  }

  @Test
  void whoever_may_not_is_shown_nothing_and_does_nothing_on_any_route() {
    var before = everything();
    var asked = 0;
    for (var route : routes()) {
      var roles = roles(route);
      if (roles.isEmpty()) {
        continue;
      }
      var strangers =
          List.of(
              nobody,
              nobody.with("Cookie", "deskbell_session=" + "A".repeat(43)),
              nobody.with("Authorization", "Bearer deskbell_" + "A".repeat(43)),
              nobody.with("Authorization", "Basic YWRtaW46YWRtaW4="));
      for (var stranger : strangers) {
        refused(route, stranger, route.people() ? Set.of(401, 403) : Set.of(401));
        asked++;
      }
      for (var role : List.of("agent", "editor")) {
        if (!roles.contains(role)) {
          refused(route, people.get(role), Set.of(403));
          refused(route, programs.get(role), Set.of(403));
          asked++;
        }
      }
      if (route.people()) {
        refused(route, programs.get("admin"), Set.of(403));
      }
      if (!READING.contains(route.verb())) {
        refused(route, people.get("admin").without("X-CSRF-Token"), Set.of(403));
        refused(route, people.get("admin").with("X-CSRF-Token", "A".repeat(43)), Set.of(403));
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void an_agent_changes_nothing_about_a_shopper_whom_another_one_serves() {
    var before = everything();
    var asked = 0;
    for (var route : routes()) {
      var about = route.path().matches("/api/(conversations|tickets)/\\{id}.*");
      if (about && !READING.contains(route.verb()) && roles(route).contains("agent")) {
        asked++;
        if (!SHARED.contains(route.path())) {
          var answer = ask(route, people.get("other"));
          assertThat(answer.statusCode())
              .as(route + " as another agent: refuse it, or name it in SHARED if every agent may")
              .isIn(403, 404, 409);
          assertThat(everything()).as(route + " changed something").isEqualTo(before);
        }
      }
    }
    assertThat(asked).isGreaterThanOrEqualTo(4);
  }

  @Test
  void what_needs_nobody_to_be_signed_in_is_named_here() {
    var open = routes().stream().filter(route -> roles(route).isEmpty()).map(Route::toString);
    assertThat(open)
        .as("a route that lets everybody in: guard it, or add it here with a reason")
        // signing in, and the description of the interface
        .containsExactlyInAnyOrder("post /api/session", "get /api/openapi.json");
  }

  @Test
  void no_frame_before_hello_shows_or_does_anything() {
    var before = everything();
    for (var type : frames("/chat", SHOPPER)) {
      try (var stranger = Wire.open(CLIENT, server, "/chat")) {
        stranger.send(frame(type, SHOPPER.get(type)));
        var error = stranger.next("error");
        assertThat(error.path("code").asText()).as(type).isIn("hello_first", "unknown_resume");
        assertThat(stranger.everything()).as(type).doesNotContain(SECRET_WORDS);
      }
    }
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void no_frame_of_another_shopper_shows_or_changes_the_conversation() {
    var rows = rows();
    for (var type : frames("/chat", SHOPPER)) {
      try (var stranger = Wire.open(CLIENT, server, "/chat")) {
        stranger.send("{\"type\":\"hello\"}").next("welcome");
        stranger.send(frame(type, SHOPPER.get(type) + ",'conversation':'" + conversation + "'"));
        stranger.send("{\"type\":\"ping\"}").next("pong");
        assertThat(stranger.everything()).as(type).doesNotContain(SECRET_WORDS);
      }
      assertThat(rows()).as(type).isEqualTo(rows);
    }
  }

  @Test
  void the_desk_s_socket_opens_for_agents_of_its_own_page_alone() {
    assertThat(Wire.refused(CLIENT, server, "/desk")).isEqualTo(401);
    var editor = people.get("editor").headers().get("Cookie");
    assertThat(Wire.refused(CLIENT, server, "/desk", "Cookie", editor)).isEqualTo(403);
    var program = programs.get("agent").headers().get("Authorization");
    assertThat(Wire.refused(CLIENT, server, "/desk", "Authorization", program)).isEqualTo(403);
    var agent = people.get("agent").headers().get("Cookie");
    var evil = new String[] {"Cookie", agent, "Origin", "https://evil.example"};
    assertThat(Wire.refused(CLIENT, server, "/desk", evil)).isEqualTo(403);
  }

  @Test
  void no_frame_of_an_agent_s_cookie_alone_is_listened_to() {
    var before = everything();
    for (var type : frames("/desk", DESK)) {
      try (var stranger = desk("other")) {
        stranger.send(deskFrame(type));
        assertThat(stranger.closeCode()).as(type).isIn(4400, 4403);
        assertThat(stranger.everything()).as(type).doesNotContain(SECRET_WORDS);
      }
    }
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void no_frame_of_another_agent_changes_the_conversation_or_reaches_the_shopper() {
    var rows = rows();
    var heard = shopper.everything();
    try (var other = desk("other")) {
      var csrf = people.get("other").headers().get("X-CSRF-Token");
      other.send(frame("hello", "'csrf':'" + csrf + "'")).next("welcome");
      for (var type : frames("/desk", DESK)) {
        if (!type.equals("hello")) {
          other.send(deskFrame(type));
        }
      }
      assertThat(other.next("error").path("code").asText()).isEqualTo("not_yours");
      other.send("{\"type\":\"ping\"}").next("pong");
    }
    assertThat(rows()).isEqualTo(rows);
    assertThat(shopper.everything().substring(heard.length()))
        .doesNotContain("mine now", "\"typing\"");
  }

  private static Wire desk(String who) {
    return Wire.open(CLIENT, server, "/desk", "Cookie", people.get(who).headers().get("Cookie"));
  }

  private static String deskFrame(String type) {
    var fields = DESK.get(type).replace("'epoch':0", "'epoch':" + epoch());
    return frame(type, fields + ",'conversation':'" + conversation + "'");
  }

  /** The types that a socket says it knows; each needs a sample here. */
  private static Set<String> frames(String path, Map<String, String> samples) {
    try (var asking = path.equals("/desk") ? desk("agent") : Wire.open(CLIENT, server, path)) {
      var told = asking.send("{\"type\":\"?\"}").next("error").path("message").asText();
      var matcher = KNOWN.matcher(told);
      assertThat(matcher.find()).as(told).isTrue();
      var known = Set.of(matcher.group(1).split(", "));
      assertThat(samples.keySet())
          .as("a frame of " + path + " without a sample in this test: add one")
          .containsAll(known);
      return known;
    }
  }

  private static String frame(String type, String fields) {
    return ("{'type':'" + type + "'," + fields + "}").replace('\'', '"');
  }

  /** One operation of the interface. */
  private record Route(String verb, String path, boolean people, String body) {
    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  private static List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (var path : api.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (OPERATIONS.contains(operation.getKey())) {
          var security = operation.getValue().path("security");
          routes.add(
              new Route(
                  operation.getKey(),
                  path.getKey(),
                  security.findValue("token") == null,
                  body(operation.getValue())));
        }
      }
    }
    return routes;
  }

  /** The body that would do the most harm: the example, with what is true of this conversation. */
  private static String body(JsonNode operation) {
    var contract = new ApiContract(api);
    var content = contract.resolved(operation.path("requestBody")).path("content");
    var example = content.path("application/json").path("example");
    if (!(example.deepCopy() instanceof ObjectNode body)) {
      return "";
    }
    if (body.has("epoch")) {
      body.put("epoch", epoch());
    }
    return body.toString();
  }

  private static long epoch() {
    return Long.parseLong(
        database.text("SELECT epoch FROM conversation WHERE id = '" + conversation + "'"));
  }

  private static Set<String> roles(Route route) {
    var security = api.path("paths").path(route.path()).path(route.verb()).path("security");
    var roles = new HashSet<String>();
    security.forEach(
        way ->
            StreamSupport.stream(way.path("session").spliterator(), false)
                .map(JsonNode::asText)
                .forEach(roles::add));
    return roles;
  }

  private static void refused(Route route, Caller who, Set<Integer> statuses) {
    var answer = ask(route, who);
    assertThat(answer.statusCode()).as(route + " " + who.headers().keySet()).isIn(statuses);
    assertThat(answer.body())
        .as(route + " shows something")
        .contains("\"error\"")
        .doesNotContain(SECRET_WORDS, SECRET_DRAFT, "\"current\"")
        .hasSizeLessThan(300);
  }

  private static HttpResponse<String> ask(Route route, Caller who) {
    return who.ask(route.verb().toUpperCase(Locale.ROOT), concrete(route), route.body());
  }

  /** A path that leads to something that is there; other parts are the description's examples. */
  private static String concrete(Route route) {
    var path = route.path();
    for (var parameter : api.path("paths").path(route.path()).path("parameters")) {
      var described = new ApiContract(api).resolved(parameter);
      var name = described.path("name").asText();
      path = path.replace("{" + name + "}", value(path, name, described.path("example").asText()));
    }
    return path.equals("/api/conversations") ? path + "?state=bot" : path;
  }

  private static String value(String path, String name, String example) {
    if (name.equals("id") && path.startsWith("/api/conversations/")) {
      return conversation;
    }
    if (name.equals("id") && path.startsWith("/api/tickets/")) {
      return ticket;
    }
    if (name.equals("id") && path.startsWith("/api/articles/")) {
      return "hidden";
    }
    return name.equals("name") && path.startsWith("/api/users/") ? "agent" : example;
  }

  /** A print of all that the database holds. */
  private static String everything() {
    return database.text(
        """
        SELECT string_agg(relname || ' ' || md5(query_to_xml(
          'SELECT md5(string_agg(t::text, '','' ORDER BY t::text)) FROM ' || quote_ident(relname)
            || ' t', true, false, '')::text), E'\\n' ORDER BY relname)
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
          AND relname NOT IN (%s) AND relname NOT LIKE '%%search%%'
        """
            .formatted(VOLATILE));
  }

  /** What there is of the conversation. */
  private static String rows() {
    return database.text(
        """
        SELECT (SELECT c::text FROM conversation c WHERE id = '%1$s')
          || (SELECT string_agg(m::text, ',' ORDER BY seq) FROM message m WHERE conversation = '%1$s')
          || (SELECT string_agg(t::text, ',' ORDER BY id) FROM ticket t WHERE conversation = '%1$s')
          || coalesce((SELECT string_agg(r::text, ',') FROM rating r WHERE conversation = '%1$s'), '')
        """
            .formatted(conversation));
  }
}
