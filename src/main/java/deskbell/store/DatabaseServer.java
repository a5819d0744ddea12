package deskbell.store;

import deskbell.store.embedded.EmbeddedDatabase;
import deskbell.store.embedded.EmbeddedSettings;
import java.util.Optional;

/** The server behind a location, reached or started. Blocks. */
record DatabaseServer(Endpoint endpoint, Optional<EmbeddedDatabase> embedded)
    implements AutoCloseable {
  /** Opens it; {@link deskbell.conversation.Unavailable} where it cannot be reached or started. */
  static DatabaseServer open(DatabaseSettings settings) {
    return switch (settings.location()) {
      case DatabaseLocation.Embedded(var directory) ->
          of(EmbeddedDatabase.open(EmbeddedSettings.in(directory)));
      case DatabaseLocation.Server(var endpoint) -> {
        Reach.check(endpoint, settings.connectLimit(), settings.startWait());
        yield new DatabaseServer(endpoint, Optional.empty());
      }
    };
  }

  private static DatabaseServer of(EmbeddedDatabase embedded) {
    return new DatabaseServer(Endpoint.of(embedded.access()), Optional.of(embedded));
  }

  /** Stops what was started here. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
