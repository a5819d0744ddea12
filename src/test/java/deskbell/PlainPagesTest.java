package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.store.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pages without a word of code in them, and answers that keep browsers careful. */
class PlainPagesTest {
  private static final Path PAGES = Path.of("webchat");
  private static final Pattern SCRIPT = Pattern.compile("(?is)<script\\b([^>]*)>(.*?)</script>");

  /** Anything by which HTML text carries code or style of its own. */
  private static final Pattern INLINE =
      Pattern.compile("(?i)<style\\b|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:|srcdoc");

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RunningServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    server = RunningServer.on(database, data);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
    CLIENT.close();
  }

  @Test
  void no_page_holds_code_or_style_of_its_own() throws IOException {
    try (var files = Files.walk(PAGES)) {
      var pages = files.filter(file -> file.toString().endsWith(".html")).toList();
      assertThat(pages).hasSizeGreaterThanOrEqualTo(2);
      for (var page : pages) {
        var html = Files.readString(page);
        assertThat(html).as(page.toString()).doesNotContainPattern(INLINE);
        SCRIPT
            .matcher(html)
            .results()
            .forEach(
                script -> {
                  assertThat(script.group(1)).as(page.toString()).contains("src=\"/");
                  assertThat(script.group(2)).as(page.toString()).isBlank();
                });
      }
    }
  }

  @Test
  void no_browser_code_makes_code_or_markup_of_text() throws IOException {
    try (var files = Files.walk(PAGES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".js")).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern(
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
                    + "|DOMParser|createContextualFragment|setHTMLUnsafe");
      }
    }
  }

  @Test
  void every_answer_forbids_foreign_code_and_guessing() {
    var nobody = Caller.nobody(CLIENT, server);
    for (var path :
        List.of(
            "/", "/console/", "/api/session", "/api/openapi.json", "/nothing", "/health/live")) {
      var headers = nobody.ask("GET", path, "").headers();
      var policy = headers.firstValue("content-security-policy").orElseThrow();
      assertThat(policy)
          .as(path)
          .contains("default-src 'self'", "script-src 'self'", "object-src 'none'")
          .contains("base-uri 'none'", "form-action 'self'")
          .doesNotContain("unsafe", "*");
      assertThat(policy).contains("frame-ancestors " + (path.contains("console") ? "'none'" : ""));
      assertThat(headers.firstValue("x-content-type-options")).as(path).hasValue("nosniff");
      assertThat(headers.firstValue("set-cookie")).as(path).isEmpty();
    }
  }

  @Test
  void the_one_cookie_is_for_this_site_s_requests_alone() {
    var first = server.firstSignIn();
    var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(first.name(), first.password());
    var headers = Caller.nobody(CLIENT, server).ask("POST", "/api/session", body).headers();
    assertThat(headers.allValues("set-cookie"))
        .singleElement()
        .asString()
        .containsIgnoringCase("; HttpOnly")
        .contains("; SameSite=Strict", "; Path=/")
        .doesNotContain("Domain");
    assertThat(headers.firstValue("cache-control")).hasValue("no-store");
  }
}
