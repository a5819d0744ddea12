package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The benchmark is offered, and refuses what it can't measure before it starts a server. */
class BenchConsoleCommandTest {
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    var words = new PrintWriter(out, true);
    return Main.commandLine().setOut(words).setErr(words).execute(arguments);
  }

  @Test
  void it_says_what_it_measures() {
    assertThat(run("bench", "console", "--help")).isZero();
    assertThat(out.toString()).contains("--articles", "--conversations=N[,N...]", "--requests");
    assertThat(run("bench")).isNotZero();
    assertThat(out.toString()).contains("console");
  }

  @Test
  void no_conversations_are_nothing_to_measure() {
    assertThat(run("bench", "console", "--conversations=100,0")).isNotZero();
    assertThat(out.toString()).contains("must be positive");
  }
}
