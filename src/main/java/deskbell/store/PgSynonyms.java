package deskbell.store;

import deskbell.conversation.Conflict;
import deskbell.conversation.Language;
import deskbell.knowledge.SynonymStore;
import deskbell.knowledge.Wording;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Edits of synonyms in PostgreSQL. Any thread. */
public final class PgSynonyms implements SynonymStore {
  private static final String LIST = "SELECT language, words, version FROM synonym_text";

  private static final String CHANGE =
      """
      UPDATE synonym_text
      SET version = version + 1, words = $2, editor = $4, changed_at = clock_timestamp()
      WHERE language = $1 AND version = $3\
      """;

  private static final String FIRST =
      """
      INSERT INTO synonym_text (language, version, words, editor, changed_at)
      SELECT $1, 1, $2, $4, clock_timestamp() WHERE $3 = 0::bigint
      ON CONFLICT DO NOTHING\
      """;

  private final Database database;

  /** Synonyms in this database. */
  public PgSynonyms(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Wording>> synonyms() {
    return database
        .rows(LIST, Tuple.tuple())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Wording(
                                Language.parse(row.getString("language")),
                                row.getString("words"),
                                row.getLong("version")))
                    .toList());
  }

  @Override
  public Future<Wording> saveSynonyms(Wording wording, String editor) {
    var values = Tuple.of(wording.language().code(), wording.text(), wording.version(), editor);
    return database.transaction(
        client ->
            client
                .preparedQuery(wording.version() == 0 ? FIRST : CHANGE)
                .execute(values)
                .compose(
                    changed ->
                        changed.rowCount() == 1
                            ? ArticleStatements.publish(client)
                            : Future.failedFuture(stale(wording)))
                .map(new Wording(wording.language(), wording.text(), wording.version() + 1)));
  }

  private static Conflict stale(Wording wording) {
    return Stale.of("synonyms " + wording.language().code(), Optional.of(wording.version()));
  }
}
