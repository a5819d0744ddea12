package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.console.account.Role;
import deskbell.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
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

  /** The address of a part of the console. */
  static String at(String route) {
    return "http://localhost:" + server.port() + "/console/" + route;
  }

  /** Somebody who is signed in there. */
  static Visitor visit(String name, String route) {
    return visit(Browser.person(), name, route);
  }

  static Visitor visit(Browser.Person person, String name, String route) {
    var visitor = person.visit(at(route)).expectingSignedOut();
    ConsolePages.signIn(visitor.page(), name, DeskServer.PASSWORD);
    assertThat(visitor.page().locator(".bar .who")).hasText(name);
    return visitor;
  }

  @BeforeEach
  void an_empty_queue() {
    database.execute("TRUNCATE ticket; TRUNCATE sign_in_try");
    server.signInClock.advance(Duration.ofMinutes(1));
  }
}
