package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {
  private static final String NOWHERE = "postgresql://user:secret@127.0.0.1:1/shop";

  @TempDir Path folder;

  @Test
  void a_wrong_flag_is_one_line_and_not_the_whole_help() {
    var err = new StringWriter();
    var line = Main.commandLine().setErr(new PrintWriter(err, true));
    assertThat(line.execute("serve", "--port=abc")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "deskbell: Invalid value for option '--port': 'abc' is not an int;"
                + " see deskbell serve --help\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --port=0 --database-wait=1", "user list", "backup FILE"})
  void a_database_that_cannot_be_reached_is_one_line_and_a_status_that_is_not_zero(String command) {
    var err = new StringWriter();
    var words = (command + " --database=" + NOWHERE).replace("FILE", folder + "/b.zip").split(" ");
    var line = Main.commandLine().setErr(new PrintWriter(err, true));
    assertThat(line.execute(words)).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("deskbell: the database at 127.0.0.1:1 cannot be reached")
        .hasLineCount(1)
        .doesNotContain("secret");
  }
}
