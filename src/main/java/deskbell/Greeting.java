package deskbell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What whoever started the server should know. */
final class Greeting {
  private Greeting() {}

  /** Where the pages are, and who may sign in where that is new. */
  static List<String> lines(boolean tls, int port, Optional<FirstSignIn> firstSignIn) {
    var base = "%s://localhost:%d".formatted(tls ? "https" : "http", port);
    var lines = new ArrayList<String>();
    lines.add("shop page  " + base + "/");
    lines.add("desk       " + base + "/console/");
    firstSignIn.ifPresent(
        first ->
            lines.add(
                "sign in as %s with %s (shown once)".formatted(first.name(), first.password())));
    return lines;
  }
}
