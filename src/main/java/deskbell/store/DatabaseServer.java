package deskbell.store;

import deskbell.store.embedded.EmbeddedDatabase;
import deskbell.store.embedded.EmbeddedSettings;
import java.util.Optional;

/** The server behind a location, reached or started. Blocks. */
record DatabaseServer(Endpoint endpoint, Optional<EmbeddedDatabase> embedded)
    implements AutoCloseable {
  static DatabaseServer open(DatabaseLocation location) {
    return switch (location) {
      case DatabaseLocation.Embedded(var directory) ->
          of(EmbeddedDatabase.open(EmbeddedSettings.in(directory)));
      case DatabaseLocation.Server(var endpoint) -> new DatabaseServer(endpoint, Optional.empty());
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
