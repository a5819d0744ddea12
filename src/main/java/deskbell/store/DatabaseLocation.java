package deskbell.store;

import deskbell.conversation.Invalid;
import java.nio.file.Path;

/** Where the database is. */
public sealed interface DatabaseLocation {
  /** Deskbell's own PostgreSQL, kept in a directory. */
  record Embedded(Path directory) implements DatabaseLocation {}

  /** A server's {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…}. */
  record Server(Endpoint endpoint) implements DatabaseLocation {}

  /** Reads {@code embedded} or a server's address; anything else is {@link Invalid}. */
  static DatabaseLocation parse(String text, Path embeddedDirectory) {
    if (text.equals("embedded")) {
      return new Embedded(embeddedDirectory);
    }
    return new Server(Endpoint.parse(text));
  }
}
