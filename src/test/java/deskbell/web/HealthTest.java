package deskbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Metrics metrics = new Metrics();
  private WebServer server;

  @AfterEach
  void stop() throws Exception {
    client.close();
    vertx.close().await(10, TimeUnit.SECONDS);
    metrics.close();
  }

  private void start(WebSettings settings, Map<String, Supplier<Future<?>>> checks)
      throws Exception {
    var site = new Site(settings);
    server =
        new WebServer(
            vertx,
            settings.at("localhost", 0),
            site,
            List.of(
                () -> new Health(checks),
                () -> new MetricsEdge(metrics, site, settings.metricsFrom())));
    server.start().await(10, TimeUnit.SECONDS);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .timeout(Duration.ofSeconds(10));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void ready_means_that_every_check_succeeds() throws Exception {
    start(
        WebSettings.DEFAULTS,
        Map.of("database", Future::succeededFuture, "index", Future::succeededFuture));

    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void what_fails_throws_or_hangs_is_named() throws Exception {
    start(
        WebSettings.DEFAULTS,
        Map.of(
            "database",
            () -> Future.failedFuture("down"),
            "index",
            Future::succeededFuture,
            "model",
            () -> {
              throw new IllegalStateException("not loaded");
            },
            "shop",
            () -> Promise.promise().future()));

    var ready = get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(new JsonObject(ready.body()))
        .isEqualTo(
            JsonObject.of(
                "status",
                "down",
                "failed",
                JsonObject.of(
                    "database", "does not answer",
                    "model", "does not answer",
                    "shop", "does not answer")));
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_are_told_in_prometheus_format() throws Exception {
    start(WebSettings.DEFAULTS, Map.of());
    metrics.message("stored");
    metrics.message("stored");
    metrics.socketOpened();
    metrics.turn(Duration.ofMillis(7));
    var queue = List.of(1, 2, 3);
    metrics.gauge("deskbell.model.queue", "Waiting", queue, List::size);

    var text = get("/metrics").body();

    assertThat(text)
        .contains("deskbell_messages_total{outcome=\"stored\"} 2.0")
        .contains("deskbell_sockets_open 1.0")
        .contains("deskbell_turn_seconds_bucket{le=\"0.01\"} 1")
        .contains("deskbell_turn_seconds_bucket{le=\"0.005\"} 0")
        .contains("deskbell_model_queue 3.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void metrics_are_kept_from_strangers() throws Exception {
    var defaults = WebSettings.DEFAULTS;
    start(
        new WebSettings(
            "localhost",
            0,
            Optional.empty(),
            List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1")),
            List.of(),
            100,
            defaults.idle(),
            defaults.stopWait(),
            Optional.empty(),
            List.of(Cidr.parse("10.0.0.0/8"))),
        Map.of());

    assertThat(get("/metrics").statusCode()).isEqualTo(403);
    assertThat(get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(403);
    assertThat(get("/metrics", "X-Forwarded-For", "10.1.2.3").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_hides_behind_an_unknown_proxy_is_a_stranger() throws Exception {
    start(WebSettings.DEFAULTS, Map.of());

    assertThat(get("/metrics").statusCode()).isEqualTo(200);
    assertThat(get("/metrics", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(403);
  }
}
