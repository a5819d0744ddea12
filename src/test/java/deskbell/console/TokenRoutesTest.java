package deskbell.console;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.console.account.ApiTokens;
import deskbell.console.account.Role;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that are let in with a token. */
class TokenRoutesTest extends ConsoleCase {
  private DeskPerson admin;

  @BeforeEach
  void no_tokens() {
    database.execute("TRUNCATE api_token");
    admin = people.get(Role.ADMIN);
  }

  @Test
  void a_token_is_shown_once_and_kept_as_a_hash() {
    var made = admin.post("/api/tokens", token("Warehouse", "agent", 90));
    assertThat(made.status()).isEqualTo(201);
    var secret = made.body().getString("secret");
    assertThat(secret).matches("deskbell_[\\w-]{43}");
    assertThat(database.text("SELECT api_token::text FROM api_token")).doesNotContain(secret);
    var listed = admin.get("/api/tokens").body().getJsonArray("tokens").getJsonObject(0);
    assertThat(listed.fieldNames())
        .containsExactly("id", "name", "role", "createdBy", "createdAt", "expiresAt");
    assertThat(listed.getString("createdBy")).isEqualTo("Anna");
    assertThat(Duration.between(listed.getInstant("createdAt"), listed.getInstant("expiresAt")))
        .isEqualTo(Duration.ofDays(90));
  }

  @Test
  void a_program_acts_with_its_role_without_cookie_and_csrf() {
    var program = program("Warehouse", "agent");
    assertThat(program.get("/api/tickets").status()).isEqualTo(200);
    var id = database.conversation();
    server.handOver(id, "c1", "a person please");
    var taken = program.post("/api/conversations/" + id + "/takeover", NOTHING);
    assertThat(taken.body().getString("agent")).isEqualTo("Warehouse");
    assertThat(admin.get("/api/tokens").body().getJsonArray("tokens").getJsonObject(0))
        .satisfies(token -> assertThat(((JsonObject) token).getInstant("usedAt")).isNotNull());
    var editor = program("Writer", "editor");
    assertThat(editor.get("/api/tickets").message())
        .isEqualTo("this needs the role agent or admin");
  }

  @Test
  void what_would_outlive_a_token_is_for_people_alone() {
    var program = program("Boss", "admin");
    for (var path : new String[] {"/api/users", "/api/tokens", "/api/session"}) {
      assertThat(program.get(path).message())
          .as(path)
          .isEqualTo("a token may not do this; sign in to the console");
    }
    assertThat(program.post("/api/users", token("Kim", "admin", 1)).status()).isEqualTo(403);
    assertThatThrownBy(program::connect).hasMessageContaining("403");
  }

  @Test
  void a_cookie_beside_a_token_counts_for_nothing() {
    var program = program("Writer", "editor");
    var both = program.with("Cookie", admin.headers().get("Cookie"));
    assertThat(both.get("/api/tickets").status()).isEqualTo(403);
    var broken = admin.with("Authorization", "Bearer deskbell_" + "A".repeat(43));
    assertThat(broken.get("/api/tickets").status()).isEqualTo(401);
  }

  @Test
  void a_revoked_an_expired_and_a_forged_token_are_nobody() {
    var program = program("Warehouse", "agent");
    var listed = admin.get("/api/tokens").body().getJsonArray("tokens").getJsonObject(0);
    var path = "/api/tokens/" + listed.getLong("id");
    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(program.get("/api/tickets").code()).isEqualTo("unauthorized");
    assertThat(admin.delete(path).status()).isEqualTo(404);

    var shortLived = program("Night shift", "agent");
    assertThat(shortLived.get("/api/tickets").status()).isEqualTo(200);
    database.execute("UPDATE api_token SET expires_at = created_at");
    assertThat(shortLived.get("/api/tickets").status()).isEqualTo(401);
    for (var forged : new String[] {"", "x", "deskbell_", "deskbell_" + "A".repeat(43)}) {
      assertThat(with(forged).get("/api/tickets").status()).as(forged).isEqualTo(401);
    }
  }

  @Test
  void programs_and_people_share_their_names() {
    assertThat(admin.post("/api/tokens", token("mia", "agent", 1)).status()).isEqualTo(409);
    program("Warehouse", "agent");
    assertThat(admin.post("/api/tokens", token("WAREHOUSE", "agent", 1)).message())
        .isEqualTo("name WAREHOUSE is taken");
    var person = new JsonObject().put("name", "Warehouse").put("role", "agent");
    assertThat(admin.post("/api/users", person).status()).isEqualTo(409);
  }

  @Test
  void a_token_lives_for_days_that_somebody_has_thought_of() {
    for (var days : new int[] {0, ApiTokens.MAX_DAYS + 1}) {
      assertThat(admin.post("/api/tokens", token("Warehouse", "agent", days)).message())
          .isEqualTo("days is " + days + "; from 1 to 730");
    }
    assertThat(admin.post("/api/tokens", token("a/b", "agent", 1)).status()).isEqualTo(400);
    assertThat(admin.post("/api/tokens", token("Warehouse", "chief", 1)).status()).isEqualTo(400);
  }

  @Test
  void a_program_that_asks_too_often_is_told_to_wait() {
    var made = admin.post("/api/tokens", token("Poller", "agent", 30));
    var secret = made.body().getString("secret");
    var tokens = server.console.signIns().tokens();
    for (int i = 0; i < ApiTokens.PER_MINUTE; i++) {
      assertThat(await(tokens.admit(secret))).isPresent();
    }
    var program = with(secret);
    var limited = program.get("/api/conversations?state=bot");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.message()).isEqualTo("more than 600 requests a minute");
    assertThat(limited.header("retry-after")).isNotBlank();
    server.signInClock.advance(Duration.ofMinutes(1));
    assertThat(program.get("/api/conversations?state=bot").status()).isEqualTo(200);
  }

  private DeskPerson program(String name, String role) {
    return with(admin.post("/api/tokens", token(name, role, 30)).body().getString("secret"));
  }

  private static DeskPerson with(String secret) {
    return new DeskPerson(
        server.vertx, server.port(), Map.of("Authorization", "Bearer " + secret), Optional.empty());
  }

  private static JsonObject token(String name, String role, int days) {
    return new JsonObject().put("name", name).put("role", role).put("days", days);
  }
}
