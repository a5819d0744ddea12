package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.account.Role;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and how a session is kept from others. */
class SignInRoutesTest extends ConsoleCase {
  private static final String CHOSEN = "a lantern in the lane";

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
  void whoever_shows_their_password_chooses_another_and_stays_signed_in_here_alone() {
    var here = server.signedIn("Pia", Role.AGENT);
    var there = server.signIn("Pia");
    var wish = new JsonObject().put("current", "incorrect horse").put("password", CHOSEN);
    var wrong = here.put("/api/session/password", wish);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.message()).isEqualTo("current is not your password");
    wish.put("current", DeskServer.PASSWORD);
    var tooShort = here.put("/api/session/password", wish.copy().put("password", "short"));
    assertThat(tooShort.message()).isEqualTo("password is too short; at least 12 characters");
    var changed = here.put("/api/session/password", wish);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("set-cookie")).startsWith("deskbell_session=");
    assertThat(there.get("/api/session").status()).isEqualTo(401);
    assertThat(here.get("/api/session").status()).isEqualTo(401);
    var cookie = changed.header("set-cookie").replaceFirst(";.*", "");
    var now = here.as(cookie, changed.body().getString("csrf"));
    assertThat(now.get("/api/session").body().getString("name")).isEqualTo("Pia");
    assertThat(server.nobody().signIn("Pia", CHOSEN).status()).isEqualTo(200);
    var noted = server.signIn("Anna").get("/api/setup/audit?about=people");
    var change = noted.body().getJsonArray("changes").getJsonObject(0);
    assertThat(change.getString("action")).isEqualTo("PUT /api/session/password");
    assertThat(change.getString("account")).isEqualTo("Pia");
    assertThat(change.getJsonObject("details")).isEmpty();
    assertThat(server.nobody().signIn("Pia", DeskServer.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void guessing_the_password_at_an_open_screen_is_locked_like_at_signing_in() {
    var here = server.signedIn("Quinn", Role.AGENT).with("X-Forwarded-For", "198.51.100.9");
    var wish = new JsonObject().put("current", "incorrect horse").put("password", CHOSEN);
    for (int i = 0; i < 5; i++) {
      assertThat(here.put("/api/session/password", wish).status()).isEqualTo(400);
    }
    var right = here.put("/api/session/password", wish.put("current", DeskServer.PASSWORD));
    assertThat(right.status()).isEqualTo(423);
  }
}
