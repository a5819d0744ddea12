package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserCommandTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @BeforeEach
  void nobody() {
    database.execute("TRUNCATE account CASCADE");
  }

  @Test
  void somebody_is_added_with_a_random_password_and_listed() {
    var added = user("add", "王小明", "--role", "agent");
    assertThat(added.status()).isZero();
    assertThat(added.out())
        .matches("王小明 may sign in as agent\npassword, shown this once: [A-Za-z0-9]{20}\n");
    assertThat(user("list").out()).startsWith("王小明\tagent\t");
  }

  @Test
  void a_password_from_standard_input_is_not_shown() {
    var before = System.in;
    System.setIn(
        new ByteArrayInputStream("correct horse battery\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(user("add", "Mia", "--role", "admin", "--password-stdin").out())
          .isEqualTo("Mia may sign in as admin\n");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void another_password_signs_out_and_removal_is_final() {
    user("add", "Anna", "--role", "admin");
    user("add", "Mia", "--role", "agent");
    assertThat(user("password", "mia").out())
        .startsWith("mia has another password and is signed out everywhere\n");
    assertThat(user("remove", "Mia").out()).isEqualTo("Mia may no longer sign in\n");
    assertThat(user("remove", "Mia").err()).isEqualTo("deskbell: account Mia does not exist\n");
    assertThat(user("remove", "Anna").err())
        .isEqualTo("deskbell: Anna is the last administrator\n");
  }

  @Test
  void administrators_see_what_was_changed_on_the_command_line() {
    database.execute("TRUNCATE audit");
    user("add", "Anna", "--role", "admin");
    user("password", "Anna");
    user("add", "Anna", "--role", "admin");
    assertThat(
            database.text(
                "SELECT string_agg(account || action || ' ' || subject || (details ->> 'role'),"
                    + " ',' ORDER BY id) FROM audit WHERE details <> '{}'"))
        .isEqualTo("POST /api/users Annaadmin");
    assertThat(database.text("SELECT count(*) FROM audit")).isEqualTo("2");
  }

  @Test
  void a_mistake_is_one_line_on_standard_error_and_a_status_of_its_own() {
    var unknown = user("add", "Mia", "--role", "boss");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err())
        .isEqualTo("deskbell: role is \"boss\"; one of agent, editor, admin\n");
    user("add", "Mia", "--role", "agent");
    assertThat(user("add", "MIA", "--role", "agent").err())
        .isEqualTo("deskbell: name MIA is taken\n");
  }

  private record Ran(int status, String out, String err) {}

  private static Ran user(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var endpoint = database.endpoint();
    var line =
        Stream.of(
                List.of("user"),
                List.of(arguments),
                List.of(
                    "--database",
                    "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
                        .formatted(
                            endpoint.user(),
                            endpoint.password(),
                            endpoint.host(),
                            endpoint.port(),
                            endpoint.database())))
            .flatMap(List::stream)
            .toArray(String[]::new);
    var status =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(line);
    return new Ran(status, out.toString(), err.toString());
  }
}
