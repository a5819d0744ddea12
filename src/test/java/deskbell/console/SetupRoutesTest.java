package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.account.Role;
import deskbell.web.Origins;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What administrators set for every node, and who is told that they did. Long because each thing
 * that is set is set, read, refused and noted.
 */
class SetupRoutesTest extends ConsoleCase {
  private DeskPerson admin;

  @BeforeEach
  void nothing_set() {
    admin = people.get(Role.ADMIN);
    admin.delete("/api/setup/hours");
    admin.delete("/api/setup/origins");
    database.execute("TRUNCATE audit; TRUNCATE webhook CASCADE");
  }

  private static JsonObject span(String day, String opens, String closes) {
    return new JsonObject().put("day", day).put("opens", opens).put("closes", closes);
  }

  private static JsonObject hours(JsonObject... spans) {
    return new JsonObject()
        .put("zone", "Europe/London")
        .put("spans", new JsonArray(List.of(spans)));
  }

  private static JsonObject origins(String... origins) {
    return new JsonObject().put("origins", new JsonArray(List.of(origins)));
  }

  private List<String> noted() {
    return admin.get("/api/setup/audit").body().getJsonArray("changes").stream()
        .map(JsonObject.class::cast)
        .map(change -> change.getString("action") + " " + change.getString("subject"))
        .map(String::strip)
        .toList();
  }

  @Test
  void who_changes_other_hours_than_they_saw_is_told_and_nothing_is_lost() {
    var seen = admin.get("/api/setup/hours").body().getLong("version");
    var mine = hours(span("monday", "09:00", "17:00")).put("version", seen);
    var theirs = hours(span("friday", "10:00", "12:00")).put("version", seen);
    assertThat(admin.put("/api/setup/hours", theirs).status()).isEqualTo(204);
    var late = admin.put("/api/setup/hours", mine);
    assertThat(late.status()).isEqualTo(409);
    var current = late.body().getJsonObject("current");
    assertThat(current.getJsonArray("spans")).containsExactly(span("friday", "10:00", "12:00"));
    assertThat(current.getLong("version")).isEqualTo(seen + 1);
    var again = mine.copy().put("version", seen + 1);
    assertThat(admin.put("/api/setup/hours", again).status()).isEqualTo(204);
    assertThat(server.setup.hours().text()).isEqualTo("Mon 09:00-17:00");
  }

  @Test
  void who_changes_other_sites_than_they_saw_is_told_which_there_are_now() {
    var seen = admin.get("/api/setup/origins").body().getLong("version");
    var theirs = origins("https://theirs.example").put("version", seen);
    var mine = origins("https://mine.example").put("version", seen);
    assertThat(admin.put("/api/setup/origins", theirs).status()).isEqualTo(204);
    var late = admin.put("/api/setup/origins", mine);
    assertThat(late.status()).isEqualTo(409);
    var current = late.body().getJsonObject("current");
    assertThat(current.getJsonArray("origins")).containsExactly("https://theirs.example");
    assertThat(server.setup.origins()).containsExactly("https://theirs.example");
    assertThat(admin.put("/api/setup/origins", mine.put("version", seen + 1)).status())
        .isEqualTo(204);
  }

  @Test
  void who_changes_other_rules_than_they_saw_is_told_how_they_are_now() {
    var seen = mia.get("/api/desk").body().getLong("version");
    var theirs = new JsonObject().put("capacity", 9).put("version", seen);
    assertThat(admin.put("/api/setup/policy", theirs).status()).isEqualTo(204);
    var late = admin.put("/api/setup/policy", theirs.copy().put("capacity", 2));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().getJsonObject("current").getInteger("capacity")).isEqualTo(9);
    assertThat(mia.get("/api/desk").body().getInteger("capacity")).isEqualTo(9);
  }

  @Test
  void a_reply_or_department_of_another_is_shown_before_it_is_replaced_or_removed() {
    var both =
        Map.of(
            "/api/setup/canned/hello", words("Hello", "您好"),
            "/api/setup/departments/sales", words("Sales", "售前"));
    both.forEach(
        (path, body) -> {
          admin.delete(path);
          assertThat(admin.put(path, body.copy().put("version", 0)).status()).isEqualTo(204);
          var taken = admin.put(path, words("Mine", "我的").put("version", 0));
          assertThat(taken.status()).isEqualTo(409);
          var theirs = taken.body().getJsonObject("current");
          assertThat(theirs.getString("en")).isEqualTo(body.getString("en"));
          var version = new JsonObject().put("version", theirs.getLong("version"));
          var mine = words("Mine", "我的").mergeIn(version);
          assertThat(admin.put(path, mine).status()).isEqualTo(204);
          assertThat(admin.send(HttpMethod.DELETE, path, version.toBuffer()).status())
              .isEqualTo(409);
          assertThat(admin.delete(path).status()).isEqualTo(204);
          var gone = admin.put(path, mine);
          assertThat(gone.status()).isEqualTo(409);
          assertThat(gone.body().containsKey("current")).isFalse();
        });
  }

  @Test
  void who_changes_other_duties_of_an_agent_than_they_saw_is_told_what_they_are_now() {
    admin.put("/api/setup/departments/sales", words("Sales", "售前"));
    var seen = mias().getLong("version");
    var theirs = new JsonObject().put("departments", new JsonArray().add("sales"));
    assertThat(admin.put("/api/setup/agents/Mia", theirs.put("version", seen)).status())
        .isEqualTo(204);
    var late =
        admin.put(
            "/api/setup/agents/Mia", new JsonObject().put("capacity", 3).put("version", seen));
    assertThat(late.status()).isEqualTo(409);
    var current = late.body().getJsonObject("current");
    assertThat(current.getJsonArray("departments")).containsExactly("sales");
    assertThat(mias()).isEqualTo(current);
    admin.delete("/api/setup/departments/sales");
    assertThat(mias().getJsonArray("departments")).isEmpty();
    assertThat(mias().getLong("version")).isGreaterThan(current.getLong("version"));
    assertThat(admin.put("/api/setup/agents/Nobody", theirs).status()).isEqualTo(404);
    theirs.put("version", mias().getLong("version"));
    assertThat(admin.put("/api/setup/agents/Mia", theirs).status()).isEqualTo(400);
    assertThat(mias().getJsonArray("departments")).isEmpty();
  }

  private JsonObject mias() {
    return mia.get("/api/desk").body().getJsonArray("crew").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals("Mia"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject words(String english, String chinese) {
    return new JsonObject().put("en", english).put("zh", chinese);
  }

  @Test
  void hours_are_those_of_the_settings_until_somebody_sets_them() {
    var usual = admin.get("/api/setup/hours").body();
    assertThat(usual.getBoolean("set")).isFalse();
    assertThat(usual.getJsonArray("spans")).isEmpty();
    assertThat(usual.getBoolean("open")).isTrue();
    var given = hours(span("tuesday", "13:00", "00:00"), span("tuesday", "09:00", "12:00"));
    given.put("closed", new JsonArray().add("2027-01-01").add("2026-12-25"));
    assertThat(admin.put("/api/setup/hours", given).status()).isEqualTo(204);
    var now = admin.get("/api/setup/hours").body();
    assertThat(now.getBoolean("set")).isTrue();
    assertThat(now.getString("zone")).isEqualTo("Europe/London");
    assertThat(now.getJsonArray("spans"))
        .containsExactly(span("tuesday", "09:00", "12:00"), span("tuesday", "13:00", "00:00"));
    assertThat(now.getJsonArray("closed")).containsExactly("2026-12-25", "2027-01-01");
    assertThat(server.setup.hours().text()).isEqualTo("Tue 09:00-12:00, Tue 13:00-00:00");
    assertThat(admin.delete("/api/setup/hours").status()).isEqualTo(204);
    assertThat(admin.get("/api/setup/hours").body().getBoolean("set")).isFalse();
    assertThat(noted()).containsExactly("DELETE /api/setup/hours", "PUT /api/setup/hours");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "funday|09:00|10:00|spans.1.day is funday; must be a day such as monday",
        "monday|9|10:00|spans.1.opens is 9; must be a time such as 09:00",
        "monday|09:00|24:00|spans.1.closes is 24:00; must be a time such as 18:00",
        "monday|18:00|09:00|spans.1.closes is 18:00-09:00; must end after it begins",
        "sunday|11:00|13:00|spans overlap on Sunday: 10:00-12:00 and 11:00-13:00"
      })
  void what_cannot_be_hours_is_refused_at_its_place(
      String day, String opens, String closes, String message) {
    var given = hours(span("sunday", "10:00", "12:00"), span(day, opens, closes));
    var answer = admin.put("/api/setup/hours", given);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(message).startsWith(answer.body().getJsonObject("error").getString("field") + " ");
    assertThat(noted()).isEmpty();
  }

  @Test
  void a_zone_that_there_is_not_and_a_day_that_is_none_are_refused() {
    assertThat(admin.put("/api/setup/hours", hours().put("zone", "Mars/Olympus")).message())
        .isEqualTo(
            "zone is Mars/Olympus; must be an IANA name such as Europe/London or Asia/Shanghai");
    var noDay = hours().put("closed", new JsonArray().add("2026-12-25").add("Easter"));
    assertThat(admin.put("/api/setup/hours", noDay).message())
        .isEqualTo("closed.1 is Easter; must be a day such as 2026-12-25");
  }

  @Test
  void sites_count_at_once_and_what_came_and_went_is_noted() {
    assertThat(admin.get("/api/setup/origins").body().getJsonArray("origins"))
        .containsExactly("https://shop.example");
    var given = origins("https://Shop.example:443", "http://localhost:8000", "http://a.example:80");
    assertThat(admin.put("/api/setup/origins", given).status()).isEqualTo(204);
    assertThat(server.setup.origins())
        .containsExactly("https://shop.example", "http://localhost:8000", "http://a.example");
    assertThat(admin.put("/api/setup/origins", origins("http://localhost:8000")).status())
        .isEqualTo(204);
    assertThat(noted())
        .containsExactly(
            "PUT /api/setup/origins -https://shop.example -http://a.example",
            "PUT /api/setup/origins +http://localhost:8000 +http://a.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "https://",
        "ftp://a.example",
        "https://a.example/",
        "https://*.a"
      })
  void what_browsers_would_never_send_is_refused_at_its_place(String origin) {
    var answer = admin.put("/api/setup/origins", origins("https://a.example", origin));
    assertThat(answer.message())
        .isEqualTo("origins.1 is " + origin + "; such as https://shop.example");
    assertThat(server.setup.origins()).containsExactly("https://shop.example");
  }

  @Test
  void nothing_that_is_set_locks_the_console_out_of_its_own_desk() {
    assertThat(admin.put("/api/setup/origins", origins()).status()).isEqualTo(204);
    var own = mia.with("Origin", "http://localhost:" + server.port());
    own.atTheDesk();
    assertThat(Origins.checked("HTTP://LOCALHOST:80")).isEqualTo("http://localhost");
  }

  @Test
  void changes_of_webhooks_and_tokens_are_noted_by_name_without_what_may_be_secret() {
    var hook =
        new JsonObject()
            .put("url", "https://hooks.example/T0P/SECRET")
            .put("events", new JsonArray().add("conversation.closed"));
    var one = "/api/webhooks/" + admin.post("/api/webhooks", hook).body().getLong("id");
    admin.put(one, hook.put("enabled", false));
    admin.post(one + "/secret", NOTHING);
    admin.delete(one);
    var token = new JsonObject().put("name", "Till").put("role", "agent").put("days", 1);
    admin.delete("/api/tokens/" + admin.post("/api/tokens", token).body().getLong("id"));
    assertThat(noted())
        .containsExactly(
            "DELETE /api/tokens/:id Till",
            "POST /api/tokens Till",
            "DELETE /api/webhooks/:id hooks.example",
            "POST /api/webhooks/:id/secret hooks.example",
            "PUT /api/webhooks/:id hooks.example",
            "POST /api/webhooks hooks.example");
  }

  @Test
  void an_order_number_longer_than_any_has_no_order() {
    var id = database.conversation();
    server.handOver(id, "c1", "hello");
    database.execute(
        """
        UPDATE ticket SET summary = jsonb_build_object('order', repeat('9', 60))
        WHERE conversation = '%s'
        """
            .formatted(id));
    var answer = mia.get("/api/conversations/" + id + "/orders?number=" + "LL9".repeat(40));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().getJsonArray("orders")).isEmpty();
  }

  private JsonObject newest(String filter) {
    return admin.get("/api/setup/audit" + filter).body().getJsonArray("changes").getJsonObject(0);
  }

  private int found(String filter) {
    return admin.get("/api/setup/audit" + filter).body().getJsonArray("changes").size();
  }

  @Test
  void it_is_noted_what_was_changed_to_what() {
    admin.post("/api/users", new JsonObject().put("name", "Olga").put("role", "editor"));
    assertThat(newest("").getJsonObject("details")).isEqualTo(JsonObject.of("role", "editor"));
    admin.put("/api/users/Olga", new JsonObject().put("disabled", true));
    assertThat(newest("").getJsonObject("details")).isEqualTo(JsonObject.of("disabled", true));
    admin.put("/api/setup/policy", new JsonObject().put("firstResponse", 300));
    assertThat(newest("").getJsonObject("details")).isEqualTo(JsonObject.of("firstResponse", 300));
    admin.put("/api/setup/hours", hours(span("monday", "09:00", "17:00")));
    assertThat(newest("").getJsonObject("details").getString("hours")).isEqualTo("Mon 09:00-17:00");
    admin.delete("/api/users/Olga");
    admin.put("/api/setup/policy", new JsonObject().put("firstResponse", 120));
  }

  @Test
  void changes_are_looked_for_by_what_they_are_about_and_by_words() {
    admin.post("/api/users", new JsonObject().put("name", "Olga").put("role", "editor"));
    admin.delete("/api/users/Olga");
    admin.put("/api/setup/hours", hours(span("monday", "09:00", "17:00")));
    assertThat(found("")).isEqualTo(3);
    assertThat(found("?about=people")).isEqualTo(2);
    assertThat(newest("?about=hours").getString("action")).isEqualTo("PUT /api/setup/hours");
    assertThat(found("?words=olg")).isEqualTo(2);
    assertThat(found("?words=ANNA&about=hours")).isEqualTo(1);
    assertThat(found("?words=%25")).isZero();
    assertThat(admin.get("/api/setup/audit?about=rain").message())
        .startsWith("about is \"rain\"; known: agents, canned, ");
  }

  @Test
  void a_placeholder_that_is_none_is_refused_where_a_reply_is_written() {
    var reply = new JsonObject().put("en", "Hi {shoper}, this is {agent}.").put("zh", "");
    var wrong = admin.put("/api/setup/canned/hello", reply);
    assertThat(wrong.message()).isEqualTo("en has {shoper}; known: {agent}, {shopper}, {order}");
    reply.put("en", "Hello").put("zh", "{客服} 为您服务");
    assertThat(admin.put("/api/setup/canned/hello", reply).message()).startsWith("zh has {客服};");
    reply.put("zh", "").put("en", "Hi {shopper}, this is {agent} {}.");
    assertThat(admin.put("/api/setup/canned/hello", reply).status()).isEqualTo(204);
    admin.delete("/api/setup/canned/hello");
    assertThat(admin.put("/api/setup/origins", origins("https://shop%20example")).status())
        .isEqualTo(400);
  }
}
