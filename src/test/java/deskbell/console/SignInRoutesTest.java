package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.account.Role;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and how a session is kept from others. */
class SignInRoutesTest extends ConsoleCase {
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
}
