package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.account.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators do with webhooks. */
class WebhookRoutesTest extends ConsoleCase {
  private DeskPerson admin;

  @BeforeEach
  void no_webhooks() {
    database.execute("TRUNCATE webhook CASCADE");
    admin = people.get(Role.ADMIN);
  }

  @Test
  void a_webhook_is_made_listed_changed_and_removed() {
    var made = admin.post("/api/webhooks", webhook("https://shop.example/hook"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().getString("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    var one = "/api/webhooks/" + made.body().getLong("id");
    assertThat(listed().fieldNames())
        .containsExactly(
            "id", "url", "events", "enabled", "createdBy", "createdAt", "due", "givenUp");
    var change = webhook("https://shop.example/other").put("enabled", false);
    assertThat(admin.put(one, change).status()).isEqualTo(204);
    assertThat(listed().getString("url")).isEqualTo("https://shop.example/other");
    assertThat(listed().getBoolean("enabled")).isFalse();
    var renewed = admin.post(one + "/secret", NOTHING).body().getString("secret");
    assertThat(renewed).isNotEqualTo(made.body().getString("secret"));
    assertThat(admin.delete(one).status()).isEqualTo(204);
    assertThat(admin.delete(one).message()).startsWith("webhook ").endsWith(" does not exist");
    assertThat(admin.put(one, change).status()).isEqualTo(404);
    assertThat(admin.post(one + "/secret", NOTHING).status()).isEqualTo(404);
  }

  @Test
  void what_became_of_an_event_is_seen_and_tried_again() {
    var made = admin.post("/api/webhooks", webhook("https://shop.example/hook"));
    var one = "/api/webhooks/" + made.body().getLong("id");
    server.handOver(database.conversation(), "c1", "a person please");
    assertThat(listed().getLong("due")).isEqualTo(1);
    database.execute(
        "UPDATE webhook_delivery SET state = 'given_up', tries = 12, problem = 'answers 500',"
            + " status = 500, ended_at = now()");
    var told = admin.get(one + "/deliveries").body().getJsonArray("deliveries").getJsonObject(0);
    assertThat(told.getString("event")).isEqualTo("conversation.handed_over");
    assertThat(told.getString("state")).isEqualTo("given_up");
    assertThat(told.getString("problem")).isEqualTo("answers 500");
    var again = one + "/deliveries/" + told.getLong("id") + "/again";
    assertThat(admin.post(again, NOTHING).status()).isEqualTo(204);
    assertThat(listed().getLong("due")).isEqualTo(1);
    assertThat(admin.post(again, NOTHING).status()).isEqualTo(404);
  }

  @Test
  void a_webhook_without_address_or_event_is_refused() {
    assertThat(admin.post("/api/webhooks", webhook("shop.example")).message())
        .isEqualTo("url is shop.example; an address such as https://shop.example/deskbell");
    var nothing = webhook("https://shop.example/").put("events", new JsonArray());
    assertThat(admin.post("/api/webhooks", nothing).message()).isEqualTo("events is missing");
    var unknown = webhook("https://shop.example/").put("events", new JsonArray().add("rain"));
    assertThat(admin.post("/api/webhooks", unknown).message()).startsWith("events has \"rain\"");
    assertThat(mia.get("/api/webhooks").status()).isEqualTo(403);
  }

  private JsonObject listed() {
    return admin.get("/api/webhooks").body().getJsonArray("webhooks").getJsonObject(0);
  }

  private static JsonObject webhook(String url) {
    return new JsonObject()
        .put("url", url)
        .put("events", new JsonArray().add("conversation.handed_over"));
  }

  @Test
  void a_test_is_on_its_way_unless_the_webhook_rests() {
    var made = admin.post("/api/webhooks", webhook("https://shop.example/hook"));
    var one = "/api/webhooks/" + made.body().getLong("id");
    var sent = admin.post(one + "/test", NOTHING);
    assertThat(sent.status()).isEqualTo(201);
    var told = admin.get(one + "/deliveries").body().getJsonArray("deliveries").getJsonObject(0);
    assertThat(told.getLong("id")).isEqualTo(sent.body().getLong("delivery"));
    assertThat(told.getString("event")).isEqualTo("webhook.test");
    assertThat(told.containsKey("conversation")).isFalse();
    var wantsTests =
        webhook("https://shop.example/").put("events", new JsonArray().add("webhook.test"));
    assertThat(admin.post("/api/webhooks", wantsTests).status()).isEqualTo(400);
    admin.put(one, webhook("https://shop.example/hook").put("enabled", false));
    assertThat(admin.post(one + "/test", NOTHING).status()).isEqualTo(404);
  }
}
