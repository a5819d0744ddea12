package deskbell;

import deskbell.conversation.Unavailable;
import deskbell.knowledge.ArticleStore;
import deskbell.knowledge.Wording;
import deskbell.store.Database;
import deskbell.store.DatabaseLocation;
import deskbell.store.DatabaseSettings;
import deskbell.store.PgArticles;
import deskbell.store.PgSynonyms;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What editors have put in force over the files, read from the database for a command. */
record StoredEdits(ArticleStore.Edits articles, List<Wording> synonyms) {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 1;
  private static final StoredEdits NONE =
      new StoredEdits(new ArticleStore.Edits(0, Map.of()), List.of());

  StoredEdits {
    synonyms = List.copyOf(synonyms);
  }

  /**
   * Reads them; none where the embedded database was never started. Blocks for the database.
   *
   * @param database {@code embedded} or an address
   * @param data the folder of the embedded one
   */
  static StoredEdits read(String database, Path data) {
    var location = DatabaseLocation.parse(database, data.resolve("postgresql"));
    if (location instanceof DatabaseLocation.Embedded(var directory) && !Files.exists(directory)) {
      return NONE;
    }
    var vertx = Vertx.vertx();
    try {
      var settings = DatabaseSettings.at(location).withPoolSize(CONNECTIONS);
      var open = ready(Database.open(vertx, settings));
      try {
        return new StoredEdits(
            ready(new PgArticles(open).published()), ready(new PgSynonyms(open).synonyms()));
      } finally {
        ready(open.close());
      }
    } finally {
      ready(vertx.close());
    }
  }

  private static <T> T ready(Future<T> future) {
    try {
      return future.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new Unavailable("database does not answer within " + LIMIT.toSeconds() + " s", late);
    }
  }
}
