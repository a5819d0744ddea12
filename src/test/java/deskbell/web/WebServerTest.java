package deskbell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import deskbell.Waiting;
import deskbell.conversation.Busy;
import deskbell.conversation.Conflict;
import deskbell.conversation.DeskbellException;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.conversation.Refused;
import deskbell.conversation.TooMany;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SelfSignedCertificate;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The HTTP server over real sockets. Long because each limit and header needs a request. */
class WebServerTest {
  private static final Map<String, Supplier<RuntimeException>> FAILURES =
      Map.of(
          "invalid", () -> new Invalid("text", "is blank"),
          "refused", () -> new Refused("sign in first"),
          "not_found", () -> new NotFound("article x does not exist"),
          "conflict", () -> new Conflict("Ana has claimed it"),
          "rate_limited", () -> new TooMany("too often", Duration.ofSeconds(7)),
          "busy", () -> new Busy("the index is busy"),
          "unavailable", () -> new Unavailable("the database does not answer"),
          "bug", () -> new IllegalStateException("secret detail"));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;
  private Site site;

  @AfterEach
  void close() throws TimeoutException {
    client.close();
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  private void start(WebSettings settings, Supplier<Edge> edge) throws TimeoutException {
    site = new Site(settings);
    server = new WebServer(vertx, settings, site, List.of(edge));
    server.start().await(30, TimeUnit.SECONDS);
  }

  private void start() throws TimeoutException {
    start(WebSettings.DEFAULTS.at("localhost", 0), () -> this::routes);
  }

  private static WebSettings behindProxy(int connections) {
    return new WebSettings(
        "localhost",
        0,
        Optional.empty(),
        List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1"), Cidr.parse("10.0.0.0/8")),
        List.of(),
        connections,
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Optional.empty(),
        List.of());
  }

  private void routes(Router router) {
    router
        .get("/fail/:kind")
        .handler(
            context -> {
              throw FAILURES.get(context.pathParam("kind")).get();
            });
    router
        .get("/address")
        .handler(context -> Answers.json(context, 200, address(context.request())));
    router.get("/console/").handler(context -> Answers.json(context, 200, new JsonObject()));
    router
        .get("/socket")
        .handler(context -> site.upgrade(context.request()).onFailure(context::fail));
  }

  private JsonObject address(HttpServerRequest request) {
    return JsonObject.of(
        "address",
        site.proxies().client(request).getHostAddress(),
        "secure",
        site.proxies().secure(request),
        "own",
        site.origins().own(request));
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .timeout(Duration.ofSeconds(10));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private JsonObject error(String path) throws IOException, InterruptedException {
    var response = get(path);
    return new JsonObject(response.body())
        .getJsonObject("error")
        .put("status", response.statusCode())
        .put("retry", response.headers().firstValue("Retry-After").orElse(null));
  }

  @Test
  void each_failure_has_its_status_and_is_told_in_json() throws Exception {
    start();

    assertThat(error("/fail/invalid"))
        .isEqualTo(
            JsonObject.of(
                "code",
                "invalid",
                "message",
                "text is blank",
                "field",
                "text",
                "status",
                400,
                "retry",
                null));
    assertThat(error("/fail/refused").getInteger("status")).isEqualTo(403);
    assertThat(error("/fail/not_found").getInteger("status")).isEqualTo(404);
    assertThat(error("/fail/conflict").getInteger("status")).isEqualTo(409);
    assertThat(error("/fail/rate_limited").getString("retry")).isEqualTo("7");
    assertThat(error("/fail/rate_limited").getInteger("status")).isEqualTo(429);
    assertThat(error("/fail/busy").getInteger("status")).isEqualTo(503);
    assertThat(error("/fail/unavailable").getString("retry")).isEqualTo("5");
    for (var kind : FAILURES.keySet()) {
      var failure = FAILURES.get(kind).get();
      if (failure instanceof DeskbellException) {
        assertThat(error("/fail/" + kind).getString("code")).isEqualTo(kind);
        assertThat(error("/fail/" + kind).getString("message")).isEqualTo(failure.getMessage());
      }
    }
  }

  @Test
  void what_is_our_own_fault_tells_nothing_of_its_cause() throws Exception {
    start();

    assertThat(error("/fail/bug"))
        .isEqualTo(
            JsonObject.of(
                "code",
                "internal_server_error",
                "message",
                "/fail/bug: internal server error",
                "status",
                500,
                "retry",
                null));
    assertThat(error("/nowhere").getString("code")).isEqualTo("not_found");
  }

  @Test
  void a_path_that_is_escaped_wrongly_is_whoever_asked_s_mistake() throws Exception {
    start();
    try (var socket = new Socket("localhost", server.port())) {
      var request = "GET /%=%20pwned HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 400");
    }
  }

  @Test
  void every_answer_carries_the_security_headers() throws Exception {
    start();
    var page = get("/nowhere").headers();

    assertThat(page.firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';", "object-src 'none'", "frame-ancestors 'self'")
        .doesNotContain("unsafe");
    assertThat(page.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.firstValue("Referrer-Policy")).contains("strict-origin-when-cross-origin");
    assertThat(page.firstValue("Strict-Transport-Security")).isEmpty();
    var desk = get("/console/").headers();
    assertThat(desk.firstValue("Content-Security-Policy").orElseThrow())
        .endsWith("frame-ancestors 'none'");
    assertThat(desk.firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void forwarded_addresses_are_believed_from_trusted_proxies_only() throws Exception {
    start();
    var forwarded = new String[] {"X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https"};

    var direct = new JsonObject(get("/address", forwarded).body());

    assertThat(direct.getString("address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(direct.getBoolean("secure")).isFalse();
  }

  @Test
  void the_last_address_that_is_no_proxy_counts() throws Exception {
    start(behindProxy(100), () -> this::routes);

    assertThat(addressOf("203.0.113.7")).isEqualTo("203.0.113.7");
    // what the shopper made up stands on the left
    assertThat(addressOf("1.2.3.4, 203.0.113.7, 10.0.0.9")).isEqualTo("203.0.113.7");
    assertThat(addressOf("203.0.113.7:4711")).isEqualTo("203.0.113.7");
    assertThat(addressOf("[2001:db8::1]:4711")).isEqualTo("2001:db8:0:0:0:0:0:1");
    assertThat(addressOf("203.0.113.7, nonsense, 10.0.0.9")).isEqualTo("10.0.0.9");
    var proto = get("/address", "X-Forwarded-Proto", "https");
    assertThat(new JsonObject(proto.body()).getBoolean("secure")).isTrue();
    assertThat(proto.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  private String addressOf(String forwarded) throws Exception {
    return new JsonObject(get("/address", "X-Forwarded-For", forwarded).body())
        .getString("address");
  }

  @Test
  void one_address_has_so_many_connections() throws Exception {
    var settings = WebSettings.DEFAULTS;
    start(
        new WebSettings(
            "localhost",
            0,
            Optional.empty(),
            List.of(),
            List.of(),
            3,
            settings.idle(),
            settings.stopWait(),
            Optional.empty(),
            List.of()),
        () -> this::routes);
    var open = new ArrayList<Socket>();
    for (var i = 0; i < 3; i++) {
      open.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }
    var here = InetAddress.getLoopbackAddress();
    Waiting.until(() -> site.connections(here) == 3);

    try (var fourth = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      fourth.setSoTimeout(10_000);
      assertThat(fourth.getInputStream().read()).as("end of stream").isNegative();
    }
    for (var socket : open) {
      socket.close();
    }
    Waiting.until(() -> site.connections(here) == 0);
    // an open socket is counted by its edge, not as a connection
    var sockets = vertx.createWebSocketClient();
    for (var i = 0; i < 5; i++) {
      sockets
          .connect(
              new WebSocketConnectOptions()
                  .setHost("127.0.0.1")
                  .setPort(server.port())
                  .setURI("/socket"))
          .await(30, TimeUnit.SECONDS);
    }
    Waiting.until(() -> site.connections(here) == 0);
  }

  @Test
  void a_certificate_from_files_makes_it_tls() throws Exception {
    var certificate = SelfSignedCertificate.create("localhost");
    var files =
        new WebSettings.Tls(
            Path.of(certificate.certificatePath()), Path.of(certificate.privateKeyPath()));
    var settings = WebSettings.DEFAULTS;
    start(
        new WebSettings(
            "localhost",
            0,
            Optional.of(files),
            List.of(),
            List.of(),
            10,
            settings.idle(),
            settings.stopWait(),
            Optional.empty(),
            List.of()),
        () -> this::routes);

    try (var tls = HttpClient.newBuilder().sslContext(trusting(files.certificate())).build()) {
      var uri = URI.create("https://localhost:" + server.port() + "/address");
      var own = HttpRequest.newBuilder(uri).header("Origin", "https://localhost:" + server.port());
      var response = tls.send(own.build(), BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      var address = new JsonObject(response.body());
      assertThat(address.getBoolean("secure")).isTrue();
      assertThat(address.getBoolean("own")).isTrue();
      var strange = HttpRequest.newBuilder(uri).header("Origin", "https://elsewhere.example");
      var refused = tls.send(strange.build(), BodyHandlers.ofString());
      assertThat(new JsonObject(refused.body()).getBoolean("own")).isFalse();
      assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
    } finally {
      certificate.delete();
    }
  }

  private static SSLContext trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @Test
  void stopping_lets_the_edges_go_and_stops_listening() throws Exception {
    var stopped = new AtomicInteger();
    start(
        behindProxy(10),
        () ->
            new Edge() {
              @Override
              public void mount(Router router) {
                routes(router);
              }

              @Override
              public Future<Void> stop() {
                stopped.incrementAndGet();
                return Future.succeededFuture();
              }
            });
    var port = server.port();
    assertThat(get("/address").statusCode()).isEqualTo(200);

    server.stop().await(30, TimeUnit.SECONDS);

    assertThat(stopped.get()).isEqualTo(Runtime.getRuntime().availableProcessors());
    var limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (listens(port) && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    assertThat(listens(port)).isFalse();
  }

  /** The system may take a moment to let go of a port. */
  private static boolean listens(int port) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      // a port that nobody listens on may be given to the very socket that asks for it
      return socket.getLocalPort() != port;
    } catch (ConnectException refused) {
      return false;
    }
  }

  @Test
  void a_port_that_is_taken_fails_the_start() throws Exception {
    try (var other = new ServerSocket(0)) {
      var settings = WebSettings.DEFAULTS.at("localhost", other.getLocalPort());
      var taken = new WebServer(vertx, settings, new Site(settings), List.of());

      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> taken.start().await(30, TimeUnit.SECONDS))
          .withMessageContaining("in use");
    }
  }
}
