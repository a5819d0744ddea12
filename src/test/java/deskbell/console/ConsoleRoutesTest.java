package deskbell.console;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.account.Role;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue and the conversations, and who may do what at all. */
class ConsoleRoutesTest extends ConsoleCase {
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
    assertThat(ticket.getString("lastText")).isEqualTo("a person please");
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
