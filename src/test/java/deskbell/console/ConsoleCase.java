package deskbell.console;

import deskbell.console.account.Role;
import deskbell.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console's server with two agents, an editor and an administrator signed in. */
abstract class ConsoleCase {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  static final JsonObject NOTHING = new JsonObject();
  static DeskServer server;
  static DeskPerson mia;
  static DeskPerson tom;
  static Map<Role, DeskPerson> people;

  @BeforeAll
  static void start() {
    server = DeskServer.start(database, DeskSettings.DEFAULTS);
    mia = server.signedIn("Mia", Role.AGENT);
    tom = server.signedIn("Tom", Role.AGENT);
    people =
        Map.of(
            Role.AGENT, mia,
            Role.EDITOR, server.signedIn("Eve", Role.EDITOR),
            Role.ADMIN, server.signedIn("Anna", Role.ADMIN));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void an_empty_queue() {
    database.execute("TRUNCATE ticket; TRUNCATE sign_in_try");
    server.signInClock.advance(java.time.Duration.ofMinutes(1));
  }
}
