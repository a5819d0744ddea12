package deskbell.console.webhook;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.store.PgWebhooks;
import deskbell.store.TestDatabase;
import deskbell.web.Cidr;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the database's outbox to a program that listens. Long because each way in which a program
 * may fail is played.
 */
class WebhooksTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final Vertx otherVertx = Vertx.vertx();
  private static final WebhookSettings HERE =
      WebhookSettings.DEFAULTS.withNetworks(List.of(Cidr.parse("127.0.0.0/8")));
  private static final List<Heard> heard = new CopyOnWriteArrayList<>();
  private static HttpServer program;
  private static volatile int answer;

  /** What came to the program. */
  private record Heard(Map<String, String> headers, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  private Duration later = Duration.ZERO;
  private final PgWebhooks store = new PgWebhooks(database.open(vertx));
  private final WebhookSecret secret = WebhookSecret.make();
  private ConversationId conversation;

  @BeforeAll
  static void listen() {
    program =
        await(
            vertx
                .createHttpServer()
                .requestHandler(
                    request ->
                        request
                            .body()
                            .onSuccess(
                                body -> {
                                  var headers = new HashMap<String, String>();
                                  request
                                      .headers()
                                      .forEach(
                                          (k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
                                  heard.add(new Heard(headers, body.toString()));
                                  if (answer > 0) {
                                    request
                                        .response()
                                        .setStatusCode(answer)
                                        .putHeader("Location", "/elsewhere")
                                        .end();
                                  }
                                }))
                .listen(0, "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    await(vertx.close());
    await(otherVertx.close());
  }

  @BeforeEach
  void a_webhook_for_everything() {
    database.execute("TRUNCATE webhook, webhook_delivery; TRUNCATE ticket, rating CASCADE");
    heard.clear();
    answer = 204;
    listening("http://127.0.0.1:" + program.actualPort() + "/hook?x=1");
    conversation = database.conversation();
  }

  private void listening(String url) {
    var webhook =
        new Webhook(
            0,
            WebhookAddress.parse(url),
            EnumSet.complementOf(EnumSet.of(EventKind.TEST)),
            true,
            "Anna",
            Instant.now());
    await(store.add(webhook, secret));
  }

  private WebhookWorker worker(WebhookSettings settings) {
    return new WebhookWorker(vertx, store, settings, () -> Instant.now().plus(later));
  }

  private void handOver() {
    database.execute(
        "INSERT INTO ticket (conversation, reason, summary, language) VALUES ('%s', 'asked', '{}', 'en')"
            .formatted(conversation));
  }

  private void rate(String comment) {
    database.execute(
        "INSERT INTO rating (conversation, seq, helpful, score, comment) VALUES ('%s', 2, false, 1, '%s')"
            .formatted(conversation, comment));
  }

  @Test
  void what_happens_is_told_signed_and_with_an_id() throws GeneralSecurityException {
    handOver();
    rate("too long");
    database.execute(
        "UPDATE conversation SET mode = 'closed' WHERE id = '%s'".formatted(conversation));
    try (var worker = worker(HERE)) {
      assertThat(await(worker.round())).isEqualTo(3);
      assertThat(await(worker.round())).isZero();
    }
    assertThat(heard)
        .extracting(told -> told.json().getString("type"))
        .containsExactlyInAnyOrder(
            "conversation.handed_over", "conversation.rated", "conversation.closed");
    for (var told : heard) {
      assertThat(told.json().getJsonObject("data").getString("conversation"))
          .isEqualTo(conversation.toString());
      var signed =
          told.headers().get("webhook-id")
              + "."
              + told.headers().get("webhook-timestamp")
              + "."
              + told.body();
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.text().replace("whsec_", ""));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      assertThat(told.headers().get("webhook-signature"))
          .isEqualTo("v1," + Base64.getEncoder().encodeToString(hash));
      assertThat(told.headers().get("content-type")).isEqualTo("application/json");
    }
    assertThat(await(store.list()).getFirst().due()).isZero();
  }

  @Test
  void a_test_is_told_once_and_signed_like_the_rest() {
    var id = await(store.list()).getFirst().webhook().id();
    assertThat(await(store.test(id, Instant.now()))).isPresent();
    try (var worker = worker(HERE)) {
      assertThat(await(worker.round())).isEqualTo(1);
      assertThat(heard).hasSize(1);
      assertThat(heard.getFirst().json().getString("type")).isEqualTo("webhook.test");
      assertThat(heard.getFirst().json().getJsonObject("data").isEmpty()).isTrue();
      assertThat(heard.getFirst().headers().get("webhook-signature")).startsWith("v1,");
      answer = 500;
      await(store.test(id, Instant.now()));
      await(worker.round());
    }
    var told = await(store.deliveries(id, 10));
    assertThat(told.getFirst().state()).isEqualTo("given_up");
    assertThat(told.getFirst().tries()).isEqualTo(1);
    assertThat(await(store.list()).getFirst().givenUp()).isZero();
    assertThat(told.getLast().state()).isEqualTo("delivered");
    await(
        store.change(
            id, WebhookAddress.parse("https://shop.example/"), Set.of(EventKind.RATED), false));
    assertThat(await(store.test(id, Instant.now()))).isEmpty();
  }

  @Test
  void what_is_rolled_back_is_told_to_nobody() {
    database.execute(
        """
        BEGIN;
        INSERT INTO ticket (conversation, reason, summary, language) VALUES ('%s', 'asked', '{}', 'en');
        ROLLBACK
        """
            .formatted(conversation));
    assertThat(deliveries()).isEqualTo("0");
  }

  @Test
  void a_webhook_that_rests_or_wants_something_else_is_not_told() {
    var id = await(store.list()).getFirst().webhook().id();
    var address = WebhookAddress.parse("https://shop.example/");
    await(store.change(id, address, Set.of(EventKind.RATED), true));
    handOver();
    assertThat(deliveries()).isEqualTo("0");
    await(store.change(id, address, Set.of(EventKind.RATED), false));
    rate("x");
    assertThat(deliveries()).isEqualTo("0");
  }

  @Test
  void a_failure_is_tried_again_later_with_the_same_id_and_words() {
    handOver();
    answer = 500;
    try (var worker = worker(HERE)) {
      var before = Instant.now();
      await(worker.round());
      var after = Instant.now();
      var waiting = told();
      assertThat(waiting.state()).isEqualTo("due");
      assertThat(waiting.problem()).hasValue("answers 500");
      assertThat(waiting.nextAt())
          .isBetween(before.plus(Duration.ofSeconds(8)), after.plus(Duration.ofSeconds(19)));
      assertThat(await(worker.round())).isZero();
      later = Duration.ofSeconds(20);
      answer = 200;
      assertThat(await(worker.round())).isEqualTo(1);
    }
    assertThat(told().state()).isEqualTo("delivered");
    assertThat(heard).hasSize(2);
    assertThat(heard.getFirst().body()).isEqualTo(heard.getLast().body());
    assertThat(heard.getFirst().headers().get("webhook-id"))
        .isEqualTo(heard.getLast().headers().get("webhook-id"));
  }

  @Test
  void after_three_days_it_is_given_up_until_somebody_asks_for_it() {
    handOver();
    answer = 503;
    try (var worker = worker(HERE)) {
      later = Duration.ofDays(3);
      await(worker.round());
      var given = told();
      assertThat(given.state()).isEqualTo("given_up");
      assertThat(await(store.list()).getFirst().givenUp()).isEqualTo(1);
      var id = await(store.list()).getFirst().webhook().id();
      assertThat(await(store.again(id, given.id(), Instant.now()))).isTrue();
      answer = 200;
      await(worker.round());
      assertThat(told().state()).isEqualTo("delivered");
      assertThat(await(store.again(id, given.id(), Instant.now()))).isFalse();
    }
    await(store.sweep(Instant.now().plus(Duration.ofDays(30))));
    assertThat(deliveries()).isEqualTo("0");
  }

  @Test
  void pauses_grow_up_to_six_hours() {
    var now = Instant.EPOCH;
    assertThat(HERE.again(1, now, 0.5)).isEqualTo(now.plusSeconds(15));
    assertThat(HERE.again(2, now, 0.5)).isEqualTo(now.plusSeconds(60));
    assertThat(HERE.again(3, now, 0)).isEqualTo(now.plusSeconds(180));
    assertThat(HERE.again(3, now, 1)).isEqualTo(now.plusSeconds(300));
    assertThat(HERE.again(50, now, 0.5)).isEqualTo(now.plus(Duration.ofHours(6)));
  }

  @Test
  void two_servers_tell_each_event_once() {
    for (int i = 0; i < 20; i++) {
      conversation = database.conversation();
      handOver();
    }
    var other = new PgWebhooks(database.open(otherVertx));
    try (var one = worker(HERE);
        var two = new WebhookWorker(otherVertx, other, HERE, Instant::now)) {
      for (int round = 0; round < 5; round++) {
        await(Future.join(one.round(), two.round()));
      }
    }
    var ids = new HashSet<String>();
    heard.forEach(told -> ids.add(told.headers().get("webhook-id")));
    assertThat(ids).hasSize(20);
    assertThat(heard).hasSize(20);
  }

  @Test
  void what_a_killed_server_had_taken_is_taken_by_another_after_its_lease() {
    handOver();
    var now = Instant.now();
    var taken = await(store.take(now, now.plus(HERE.lease()), 4)).getFirst();
    try (var worker = worker(HERE)) {
      assertThat(await(worker.round())).isZero();
      later = HERE.lease().plusSeconds(1);
      assertThat(await(worker.round())).isEqualTo(1);
    }
    // the killed one comes back: its word counts no more
    await(store.note(taken, new Attempt.GivenUp(Optional.empty(), "late"), now));
    assertThat(told().state()).isEqualTo("delivered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d/", "http://localhost:%d/", "http://2130706433:%d/"})
  void nothing_is_sent_to_this_machine_unless_the_operator_allows_it(String url) {
    database.execute("TRUNCATE webhook CASCADE");
    listening(url.formatted(program.actualPort()));
    handOver();
    try (var worker = worker(WebhookSettings.DEFAULTS)) {
      await(worker.round());
    }
    assertThat(told().problem()).hasValue("is not encrypted, which the operator has not allowed");
    assertThat(heard).isEmpty();
  }

  @Test
  void encryption_opens_no_way_to_private_addresses() {
    database.execute("TRUNCATE webhook CASCADE");
    listening("https://localhost:" + program.actualPort());
    handOver();
    try (var worker = worker(WebhookSettings.DEFAULTS)) {
      await(worker.round());
    }
    assertThat(told().problem())
        .hasValue("leads to a private address, which the operator has not allowed");
  }

  @Test
  void a_redirection_is_not_followed_and_silence_has_a_limit() {
    handOver();
    answer = 302;
    try (var worker = worker(HERE)) {
      await(worker.round());
    }
    assertThat(told().problem()).hasValue("answers 302");
    assertThat(heard).hasSize(1);
    answer = 0;
    later = Duration.ofMinutes(1);
    var hasty =
        new WebhookSettings(
            HERE.every(),
            HERE.lease(),
            Duration.ofMillis(300),
            HERE.together(),
            HERE.giveUpAfter(),
            HERE.keep(),
            HERE.networks());
    try (var worker = worker(hasty)) {
      await(worker.round());
    }
    assertThat(told().problem()).hasValue("does not answer in time");
  }

  @Test
  void words_that_are_erased_are_not_told_later() {
    rate("my address is 1 High Street");
    database.execute(
        "UPDATE conversation SET erased = true WHERE id = '%s'".formatted(conversation));
    try (var worker = worker(HERE)) {
      await(worker.round());
    }
    assertThat(heard.getFirst().json().getJsonObject("data").fieldNames())
        .containsExactlyInAnyOrder("conversation", "message", "helpful", "score");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://shop.example/",
        "shop.example",
        "https://",
        "https://me:secret@shop.example/",
        "https://shop.example/#top",
        "https://shop example/",
        "javascript:alert(1)"
      })
  void an_address_that_cannot_be_sent_to_is_refused(String url) {
    assertThatThrownBy(() -> WebhookAddress.parse(url))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith("url ");
  }

  private WebhookStore.Told told() {
    var id = await(store.list()).getFirst().webhook().id();
    return await(store.deliveries(id, 1)).getFirst();
  }

  private static String deliveries() {
    return database.text("SELECT count(*) FROM webhook_delivery");
  }
}
