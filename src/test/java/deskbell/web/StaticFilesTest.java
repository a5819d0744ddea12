package deskbell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import deskbell.conversation.Invalid;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticFilesTest {
  private static final String SCRIPT = "export const greeting = 'hello';\n".repeat(50);

  @TempDir Path home;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder;
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    folder = Files.createDirectories(home.resolve("webchat"));
    write("shop/index.html", "<title>shop</title>");
    write("widget/chat.js", SCRIPT);
    write("console/index.html", "<title>desk</title>");
    write("widget/types.d.ts", "declare const x: 1;");
    Files.writeString(home.resolve("secret.txt"), "secret");
    serve(Pages.live(vertx, folder));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private void serve(Pages pages) throws Exception {
    var settings = WebSettings.DEFAULTS.at("localhost", 0);
    server =
        new WebServer(vertx, settings, new Site(settings), List.of(() -> new StaticFiles(pages)));
    server.start().await(10, TimeUnit.SECONDS);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .timeout(Duration.ofSeconds(10));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  @Test
  void a_folder_is_its_index_and_without_its_slash_leads_there() throws Exception {
    assertThat(new String(get("/").body(), StandardCharsets.UTF_8))
        .isEqualTo("<title>shop</title>");
    assertThat(get("/console/").statusCode()).isEqualTo(200);
    var bare = get("/console");
    assertThat(bare.statusCode()).isEqualTo(302);
    assertThat(header(bare, "Location")).isEqualTo("/console/");
  }

  @Test
  void modules_have_their_type_and_may_be_loaded_by_a_shop_on_another_host() throws Exception {
    var script = get("/widget/chat.js");

    assertThat(script.body()).isEqualTo(SCRIPT.getBytes(StandardCharsets.UTF_8));
    assertThat(header(script, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(script, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(script, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(get("/console/"), "Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void what_a_browser_has_is_not_sent_again_until_it_changes() throws Exception {
    var tag = header(get("/widget/chat.js"), "ETag");

    var same = get("/widget/chat.js", "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    write("widget/chat.js", "export {};\n");
    assertThat(get("/widget/chat.js", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void texts_are_compressed_for_who_asks() throws Exception {
    var zipped = get("/widget/chat.js", "Accept-Encoding", "br, gzip");

    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(plain.readAllBytes()).asString().isEqualTo(SCRIPT);
    }
    assertThat(header(zipped, "ETag")).isNotEqualTo(header(get("/widget/chat.js"), "ETag"));
  }

  @Test
  void nothing_outside_the_folder_and_no_source_is_served() throws Exception {
    for (var path :
        List.of(
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/widget/..%2f..%2fsecret.txt",
            "/widget/types.d.ts",
            "/widget",
            "/nothing.js")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void what_was_built_is_read_once_from_the_classpath() throws Exception {
    serve(Pages.built());

    assertThat(get("/").statusCode()).isEqualTo(200);
    assertThat(get("/widget/..%2fMain.class").statusCode()).isEqualTo(404);
  }

  @Test
  void a_folder_that_is_none_is_refused_at_once() {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> Pages.live(vertx, home.resolve("missing")))
        .withMessage("pages is " + home.resolve("missing") + ", which is no folder");
  }
}
