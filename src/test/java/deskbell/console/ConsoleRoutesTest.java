package deskbell.console;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.account.Role;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.store.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRoutesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final JsonObject NOTHING = new JsonObject();
  private static DeskServer server;
  private static DeskPerson mia;
  private static DeskPerson tom;
  private static Map<Role, DeskPerson> people;

  @BeforeAll
  static void start() {
    server = DeskServer.start(database, DeskSettings.DEFAULTS);
    mia = server.signedIn("Mia", Role.AGENT);
    tom = server.signedIn("Tom", Role.AGENT);
    people =
        Map.of(
            Role.AGENT, mia,
            Role.EDITOR, server.signedIn("Eve", Role.EDITOR),
            Role.ADMIN, server.signedIn("Anna", Role.ADMIN));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void an_empty_queue() {
    database.execute("TRUNCATE ticket; TRUNCATE sign_in_try");
    server.signInClock.advance(java.time.Duration.ofMinutes(1));
  }

  @Test
  void every_route_lets_in_whom_it_should_and_nobody_else() {
    var routes = server.edge.guarded();
    assertThat(routes).hasSizeGreaterThanOrEqualTo(11);
    for (var route : routes) {
      var what = route.method() + " " + route.path();
      assertThat(ask(server.nobody(), route).status()).as(what + " as nobody").isEqualTo(401);
      for (var role : Role.values()) {
        if (!Gate.may(role, route.roles())) {
          var refused = ask(people.get(role), route);
          assertThat(refused.status()).as(what + " as " + role).isEqualTo(403);
          assertThat(refused.message()).startsWith("this needs the role ");
        } else if (!route.path().equals("/api/session")) {
          assertThat(ask(people.get(role), route).status())
              .as(what + " as " + role)
              .isNotIn(401, 403, 500);
        }
      }
    }
  }

  @Test
  void every_change_needs_the_csrf_value_of_its_session() {
    for (var route : server.edge.guarded()) {
      if (route.method().equals(HttpMethod.GET)) {
        continue;
      }
      var admin = people.get(Role.ADMIN);
      assertThat(ask(admin.withoutCsrf(), route).message())
          .as(route.path())
          .isEqualTo("header X-CSRF-Token is missing or not this session's");
      var foreign = admin.as(admin.headers().get("Cookie"), mia.csrf().orElseThrow());
      assertThat(ask(foreign, route).status()).as(route.path()).isEqualTo(403);
    }
  }

  private static DeskServer.Answered ask(DeskPerson who, Routes.Guarded route) {
    var path =
        route
            .path()
            .replace("/conversations/:id", "/conversations/" + ConversationId.random())
            .replace(":id", "4711")
            .replace(":name", "somebody")
            .replace(":language", "en");
    return who.send(route.method(), path, Buffer.buffer());
  }

  @Test
  void a_session_is_a_cookie_that_scripts_and_other_sites_cannot_use() {
    var answer = server.nobody().signIn("mia", DeskServer.PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().getString("name")).isEqualTo("Mia");
    assertThat(answer.body().getString("role")).isEqualTo("agent");
    assertThat(answer.header("set-cookie"))
        .matches(
            "deskbell_session=[\\w-]{43}; Max-Age=604800; Expires=[^;]+; Path=/; HTTPOnly;"
                + " SameSite=Strict");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void behind_tls_the_cookie_never_travels_in_clear() {
    var behindProxy = server.nobody().with("X-Forwarded-Proto", "https");
    assertThat(behindProxy.signIn("Mia", DeskServer.PASSWORD).header("set-cookie"))
        .contains("; Secure;");
  }

  @Test
  void a_session_knows_its_owner_until_signing_out() {
    var here = server.signIn("Mia");
    var shown = here.get("/api/session").body();
    assertThat(shown.getString("name")).isEqualTo("Mia");
    assertThat(shown.getString("csrf")).isEqualTo(here.csrf().orElseThrow());
    var out = here.delete("/api/session");
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("set-cookie")).startsWith("deskbell_session=; Max-Age=0;");
    assertThat(here.get("/api/session").code()).isEqualTo("unauthorized");
  }

  @Test
  void a_forged_cookie_is_nobody() {
    for (var forged : new String[] {"x", "", "A".repeat(43)}) {
      assertThat(mia.with("Cookie", "deskbell_session=" + forged).get("/api/session").status())
          .isEqualTo(401);
    }
  }

  @Test
  void a_wrong_password_is_401_and_many_are_423() {
    var away = server.nobody().with("X-Forwarded-For", "198.51.100.7");
    for (int i = 0; i < 5; i++) {
      var wrong = away.signIn("Mia", "incorrect horse");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.message()).isEqualTo("name or password is wrong");
    }
    var locked = away.signIn("Mia", DeskServer.PASSWORD);
    assertThat(locked.status()).isEqualTo(423);
    assertThat(locked.body().getJsonObject("error").getInteger("retryAfterSeconds")).isEqualTo(900);
    assertThat(server.nobody().signIn("Mia", DeskServer.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void too_many_tries_from_one_address_are_429() {
    var away = server.nobody().with("X-Forwarded-For", "198.51.100.8");
    for (int i = 0; i < 20; i++) {
      away.signIn("name " + i, "incorrect horse");
    }
    var limited = away.signIn("Mia", DeskServer.PASSWORD);
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.code()).isEqualTo("rate_limited");
  }

  @Test
  void pages_of_other_sites_cannot_sign_anybody_in() {
    for (var origin : new String[] {"https://evil.example", "https://shop.example", "null"}) {
      assertThat(server.nobody().with("Origin", origin).signIn("Mia", DeskServer.PASSWORD))
          .extracting(DeskServer.Answered::status, DeskServer.Answered::message)
          .containsExactly(403, "sign in from the desk's own page");
    }
    var own = "http://localhost:" + server.port();
    assertThat(server.nobody().with("Origin", own).signIn("Mia", DeskServer.PASSWORD).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name is missing",
        "{\"name\":7,\"password\":\"x\"} | name is a number; must be a string",
        "{\"name\":\"Mia\"} | password is missing",
        "[] | body is not a JSON object",
        "{\"name\" | body is not a JSON object"
      })
  void a_malformed_sign_in_names_field_and_rule(String body, String message) {
    var answer = server.nobody().send(HttpMethod.POST, "/api/session", Buffer.buffer(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo(message);
  }

  @Test
  void a_body_that_is_too_large_is_refused_with_its_limit() {
    var signIn =
        server.nobody().send(HttpMethod.POST, "/api/session", Buffer.buffer(" ".repeat(4097)));
    assertThat(signIn.status()).isEqualTo(413);
    assertThat(signIn.message()).isEqualTo("the body has more than 4096 bytes");
    var user =
        people
            .get(Role.ADMIN)
            .send(HttpMethod.POST, "/api/users", Buffer.buffer(" ".repeat(1024 * 1024 + 1)));
    assertThat(user.status()).isEqualTo(413);
    assertThat(user.code()).isEqualTo("too_large");
  }

  @Test
  void administrators_add_list_and_remove_people() {
    var admin = people.get(Role.ADMIN);
    var zoe = new JsonObject().put("name", "Zoë").put("role", "agent");
    var added = admin.post("/api/users", zoe);
    assertThat(added.status()).isEqualTo(201);
    assertThat(server.nobody().signIn("Zoë", added.body().getString("password")).status())
        .isEqualTo(200);
    assertThat(admin.post("/api/users", zoe).status()).isEqualTo(409);
    assertThat(admin.get("/api/users").body().getJsonArray("users"))
        .extracting(user -> ((JsonObject) user).getString("name"))
        .containsExactly("Anna", "Eve", "Mia", "Tom", "Zoë");
    assertThat(admin.delete("/api/users/Zo%C3%AB").status()).isEqualTo(204);
    assertThat(admin.delete("/api/users/Zo%C3%AB").message())
        .isEqualTo("account Zoë does not exist");
    assertThat(admin.delete("/api/users/Anna").message())
        .isEqualTo("Anna is the last administrator");
  }

  @Test
  void administrators_change_roles_shut_people_out_and_give_new_passwords() {
    var admin = people.get(Role.ADMIN);
    var kai = server.signedIn("Kai", Role.AGENT);
    assertThat(admin.put("/api/users/Kai", new JsonObject().put("role", "editor")).status())
        .isEqualTo(204);
    assertThat(kai.get("/api/tickets").status()).isEqualTo(403);

    assertThat(admin.put("/api/users/Kai", new JsonObject().put("disabled", true)).status())
        .isEqualTo(204);
    assertThat(kai.get("/api/session").status()).isEqualTo(401);
    assertThat(server.nobody().signIn("Kai", DeskServer.PASSWORD).code())
        .isEqualTo("wrong_sign_in");
    assertThat(admin.get("/api/users").body().getJsonArray("users"))
        .filteredOn(user -> ((JsonObject) user).getBoolean("disabled"))
        .extracting(user -> ((JsonObject) user).getString("role"))
        .containsExactly("editor");
    admin.put("/api/users/Kai", new JsonObject().put("disabled", false));
    assertThat(server.nobody().signIn("Kai", DeskServer.PASSWORD).status()).isEqualTo(200);

    var fresh = admin.put("/api/users/Kai/password", NOTHING);
    assertThat(server.nobody().signIn("Kai", DeskServer.PASSWORD).status()).isEqualTo(401);
    assertThat(server.nobody().signIn("Kai", fresh.body().getString("password")).status())
        .isEqualTo(200);
    admin.delete("/api/users/Kai");
  }

  @Test
  void the_last_administrator_keeps_role_and_door() {
    var admin = people.get(Role.ADMIN);
    for (var change :
        List.of(new JsonObject().put("role", "agent"), new JsonObject().put("disabled", true))) {
      var refused = admin.put("/api/users/Anna", change);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.message()).isEqualTo("Anna is the last administrator");
    }
    // one who may not sign in does not count
    server.signedIn("Bob", Role.ADMIN);
    admin.put("/api/users/Bob", new JsonObject().put("disabled", true));
    assertThat(admin.put("/api/users/Anna", new JsonObject().put("role", "agent")).status())
        .isEqualTo(409);
    assertThat(admin.delete("/api/users/Bob").status()).isEqualTo(204);
    assertThat(admin.put("/api/users/Anna", NOTHING).message())
        .isEqualTo("role is missing, and so is disabled; give one of them");
    assertThat(admin.put("/api/users/nobody", new JsonObject().put("role", "agent")).message())
        .isEqualTo("account nobody does not exist");
  }

  @Test
  void a_new_person_needs_a_known_role_and_a_long_password() {
    var admin = people.get(Role.ADMIN);
    assertThat(admin.post("/api/users", new JsonObject().put("name", "Q").put("role", "boss")))
        .extracting(DeskServer.Answered::status, DeskServer.Answered::message)
        .containsExactly(400, "role is \"boss\"; one of agent, editor, admin");
    assertThat(
            admin
                .post(
                    "/api/users",
                    new JsonObject().put("name", "Q").put("role", "agent").put("password", "short"))
                .message())
        .isEqualTo("password is too short; at least 12 characters");
  }

  @Test
  void the_queue_shows_who_waits_who_is_mine_and_who_is_with_others() {
    var one = waiting();
    var two = waiting();
    var three = waiting();
    claim(mia, one);
    claim(tom, two);
    var tickets = mia.get("/api/tickets").body();
    assertThat(tickets.getJsonArray("mine")).hasSize(1);
    assertThat(tickets.getJsonArray("others").getJsonObject(0).getString("agent")).isEqualTo("Tom");
    var ticket = tickets.getJsonArray("waiting").getJsonObject(0);
    assertThat(ticket.getString("conversation")).isEqualTo(three.toString());
    assertThat(ticket.getString("state")).isEqualTo("waiting");
    assertThat(ticket.getString("reason")).isEqualTo("asked");
    assertThat(ticket.getString("language")).isEqualTo("en");
    assertThat(ticket.getString("lastText")).isEqualTo("A person will join.");
    assertThat(ticket.getJsonObject("summary").getString("order")).isEqualTo("LL20481234");
    assertThat(ticket.getInstant("createdAt")).isNotNull();
  }

  @Test
  void a_claimed_ticket_is_taken_for_everybody_else() {
    var id = waiting();
    var ticket = ticket(id);
    var claimed = claim(mia, id);
    assertThat(claimed.status()).isEqualTo(200);
    assertThat(claimed.body())
        .isEqualTo(
            new JsonObject()
                .put("conversation", id.toString())
                .put("mode", "human")
                .put("epoch", 3)
                .put("agent", "Mia"));
    var late = tom.post("/api/tickets/" + ticket + "/claim", NOTHING);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("taken");
    assertThat(late.body().getJsonObject("current").getString("agent")).isEqualTo("Mia");
  }

  @Test
  void a_conversation_is_read_with_all_that_is_known() {
    var id = waiting();
    database.execute(
        "UPDATE conversation SET identity = 'shopper-7', page = 'https://shop.example/bags'"
            + " WHERE id = '%s'".formatted(id));
    var read = mia.get("/api/conversations/" + id).body();
    assertThat(read.getString("mode")).isEqualTo("waiting");
    assertThat(read.getString("identity")).isEqualTo("shopper-7");
    assertThat(read.getString("page")).isEqualTo("https://shop.example/bags");
    assertThat(read.getJsonObject("summary").getString("order")).isEqualTo("LL20481234");
    assertThat(read.getJsonArray("messages"))
        .extracting(message -> ((JsonObject) message).getString("from"))
        .containsExactly("shopper", "bot");
    assertThat(mia.get("/api/conversations/" + id + "?after=1").body().getJsonArray("messages"))
        .hasSize(1);
  }

  @Test
  void conversations_that_the_bot_leads_are_listed_and_taken_over() {
    var id = database.conversation();
    await(server.bot.accept(id, "c1", new Ask.Say("is this real?")));
    var listed = mia.get("/api/conversations?state=bot").body().getJsonArray("conversations");
    var first = listed.getJsonObject(0);
    assertThat(first.getString("conversation")).isEqualTo(id.toString());
    assertThat(first.getString("lastText")).isEqualTo("is this real?");
    var taken = mia.post("/api/conversations/" + id + "/takeover", NOTHING);
    assertThat(taken.body().getLong("epoch")).isEqualTo(2);
    var anna = people.get(Role.ADMIN).post("/api/conversations/" + id + "/takeover", NOTHING);
    assertThat(anna.body().getString("agent")).isEqualTo("Anna");
  }

  @Test
  void release_and_close_need_the_epoch_of_whoever_holds_it() {
    var id = waiting();
    claim(mia, id);
    var path = "/api/conversations/" + id;
    assertThat(tom.post(path + "/release", epoch(3)).code()).isEqualTo("not_yours");
    var stale = mia.post(path + "/release", epoch(2));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("stale_epoch");
    assertThat(stale.body().getJsonObject("current").getLong("epoch")).isEqualTo(3);
    assertThat(mia.post(path + "/release", NOTHING).message()).isEqualTo("epoch is missing");
    var released = mia.post(path + "/release", epoch(3)).body();
    assertThat(released.getString("mode")).isEqualTo("bot");
    assertThat(released.getLong("epoch")).isEqualTo(4);
    mia.post(path + "/takeover", NOTHING);
    assertThat(mia.post(path + "/close", epoch(5)).body().getString("mode")).isEqualTo("closed");
    assertThat(mia.post(path + "/takeover", NOTHING).code()).isEqualTo("closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "99999999999999999999"})
  void a_ticket_that_is_no_number_is_refused(String id) {
    assertThat(mia.post("/api/tickets/" + id + "/claim", NOTHING).message())
        .startsWith("id is ")
        .endsWith("; must be a whole number from 0");
  }

  @Test
  void what_does_not_exist_is_404() {
    var nowhere = ConversationId.random();
    assertThat(mia.get("/api/conversations/" + nowhere).status()).isEqualTo(404);
    assertThat(mia.post("/api/tickets/4711/claim", NOTHING).message())
        .isEqualTo("ticket 4711 does not exist");
    assertThat(mia.get("/api/conversations/x").message())
        .isEqualTo("conversation is not a conversation id");
    assertThat(mia.get("/api/nothing").status()).isEqualTo(404);
  }

  @Test
  void many_agents_who_claim_over_http_are_one_winner() {
    var id = waiting();
    var ticket = ticket(id);
    var people =
        IntStream.range(0, 6).mapToObj(i -> server.signedIn("Racer " + i, Role.AGENT)).toList();
    var statuses =
        people.parallelStream()
            .map(person -> person.post("/api/tickets/" + ticket + "/claim", NOTHING).status())
            .toList();
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
    database.execute("DELETE FROM account WHERE name LIKE 'Racer%'");
  }

  private static JsonObject epoch(long epoch) {
    return new JsonObject().put("epoch", epoch);
  }

  private static ConversationId waiting() {
    var id = database.conversation();
    server.handOver(id, "c1", "a person please");
    return id;
  }

  private static String ticket(ConversationId id) {
    return database.text(
        "SELECT id FROM ticket WHERE conversation = '%s' ORDER BY id DESC".formatted(id));
  }

  private static DeskServer.Answered claim(DeskPerson who, ConversationId id) {
    return who.post("/api/tickets/" + ticket(id) + "/claim", NOTHING);
  }
}
