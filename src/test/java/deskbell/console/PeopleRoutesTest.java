package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.console.account.Role;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What administrators do with accounts. */
class PeopleRoutesTest extends ConsoleCase {
  @Test
  void administrators_add_list_and_remove_people() {
    var admin = people.get(Role.ADMIN);
    var zoe = new JsonObject().put("name", "Zoë").put("role", "agent");
    var added = admin.post("/api/users", zoe);
    assertThat(added.status()).isEqualTo(201);
    assertThat(server.nobody().signIn("Zoë", added.body().getString("password")).status())
        .isEqualTo(200);
    assertThat(admin.post("/api/users", zoe).status()).isEqualTo(409);
    assertThat(admin.get("/api/users").body().getJsonArray("users"))
        .extracting(user -> ((JsonObject) user).getString("name"))
        .containsExactly("Anna", "Eve", "Mia", "Tom", "Zoë");
    assertThat(admin.delete("/api/users/Zo%C3%AB").status()).isEqualTo(204);
    assertThat(admin.delete("/api/users/Zo%C3%AB").message())
        .isEqualTo("account Zoë does not exist");
    assertThat(admin.delete("/api/users/Anna").message())
        .isEqualTo("Anna is the last administrator");
  }

  @Test
  void administrators_change_roles_shut_people_out_and_give_new_passwords() {
    var admin = people.get(Role.ADMIN);
    var kai = server.signedIn("Kai", Role.AGENT);
    assertThat(admin.put("/api/users/Kai", new JsonObject().put("role", "editor")).status())
        .isEqualTo(204);
    assertThat(kai.get("/api/tickets").status()).isEqualTo(403);

    assertThat(admin.put("/api/users/Kai", new JsonObject().put("disabled", true)).status())
        .isEqualTo(204);
    assertThat(kai.get("/api/session").status()).isEqualTo(401);
    assertThat(server.nobody().signIn("Kai", DeskServer.PASSWORD).code())
        .isEqualTo("wrong_sign_in");
    assertThat(admin.get("/api/users").body().getJsonArray("users"))
        .filteredOn(user -> ((JsonObject) user).getBoolean("disabled"))
        .extracting(user -> ((JsonObject) user).getString("role"))
        .containsExactly("editor");
    admin.put("/api/users/Kai", new JsonObject().put("disabled", false));
    assertThat(server.nobody().signIn("Kai", DeskServer.PASSWORD).status()).isEqualTo(200);

    var fresh = admin.put("/api/users/Kai/password", NOTHING);
    assertThat(server.nobody().signIn("Kai", DeskServer.PASSWORD).status()).isEqualTo(401);
    assertThat(server.nobody().signIn("Kai", fresh.body().getString("password")).status())
        .isEqualTo(200);
    admin.delete("/api/users/Kai");
  }

  @Test
  void the_last_administrator_keeps_role_and_door() {
    var admin = people.get(Role.ADMIN);
    for (var change :
        List.of(new JsonObject().put("role", "agent"), new JsonObject().put("disabled", true))) {
      var refused = admin.put("/api/users/Anna", change);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.message()).isEqualTo("Anna is the last administrator");
    }
    // one who may not sign in does not count
    server.signedIn("Bob", Role.ADMIN);
    admin.put("/api/users/Bob", new JsonObject().put("disabled", true));
    assertThat(admin.put("/api/users/Anna", new JsonObject().put("role", "agent")).status())
        .isEqualTo(409);
    assertThat(admin.delete("/api/users/Bob").status()).isEqualTo(204);
    assertThat(admin.put("/api/users/Anna", NOTHING).message())
        .isEqualTo("role is missing, and so is disabled; give one of them");
    assertThat(admin.put("/api/users/nobody", new JsonObject().put("role", "agent")).message())
        .isEqualTo("account nobody does not exist");
  }

  @Test
  void a_new_person_needs_a_known_role_and_a_long_password() {
    var admin = people.get(Role.ADMIN);
    assertThat(admin.post("/api/users", new JsonObject().put("name", "Q").put("role", "boss")))
        .extracting(DeskServer.Answered::status, DeskServer.Answered::message)
        .containsExactly(400, "role is \"boss\"; one of agent, editor, admin");
    assertThat(
            admin
                .post(
                    "/api/users",
                    new JsonObject().put("name", "Q").put("role", "agent").put("password", "short"))
                .message())
        .isEqualTo("password is too short; at least 12 characters");
  }
}
