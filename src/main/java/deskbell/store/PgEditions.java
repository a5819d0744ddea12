package deskbell.store;

import deskbell.dialog.flow.Edition;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Editions of flows in PostgreSQL, by which conversations finish what they began. Any thread. */
public final class PgEditions {
  private static final String SAVE =
      """
      INSERT INTO flow_edition (edition, flow, text, shared, used_at)
      VALUES ($1, $2, $3, $4, clock_timestamp())
      ON CONFLICT (edition) DO UPDATE SET used_at = excluded.used_at\
      """;

  private static final String RECENT =
      """
      SELECT flow, text, shared FROM flow_edition
      WHERE used_at > clock_timestamp() - make_interval(days => $1)
      ORDER BY used_at DESC, edition LIMIT $2\
      """;

  private static final String PUBLISH =
      """
      UPDATE flow_publication SET number = number + 1, editions = $1 WHERE editions <> $1\
      """;

  private static final String PUBLISHED = "SELECT number, editions FROM flow_publication";

  private final Database database;

  /**
   * Which editions every node uses.
   *
   * @param number grows with every change
   * @param editions their keys
   */
  public record Publication(long number, List<String> editions) {
    public Publication {
      editions = List.copyOf(editions);
    }

    /** True where these are the editions. */
    public boolean holds(List<Edition> others) {
      return editions.equals(List.of(keys(others)));
    }
  }

  /** Editions in this database. */
  public PgEditions(Database database) {
    this.database = database;
  }

  /** Notes that these editions are in use now. */
  public Future<Void> save(List<Edition> editions) {
    Future<Void> saved = Future.succeededFuture();
    for (var edition : editions) {
      var values = Tuple.of(edition.key(), edition.flow(), edition.text(), edition.shared());
      saved = saved.compose(_ -> database.rows(SAVE, values)).mapEmpty();
    }
    return saved;
  }

  /** Has every node use these editions. The number grows only where others were in use before. */
  public Future<Publication> publish(List<Edition> editions) {
    return save(editions)
        .compose(_ -> database.rows(PUBLISH, Tuple.of((Object) keys(editions))))
        .compose(_ -> published());
  }

  private static String[] keys(List<Edition> editions) {
    return editions.stream().map(Edition::key).sorted().toArray(String[]::new);
  }

  /** What every node is to use now. */
  public Future<Publication> published() {
    return database
        .rows(PUBLISHED, Tuple.tuple())
        .map(
            rows -> {
              var row = rows.iterator().next();
              return new Publication(
                  row.getLong("number"), List.of(row.getArrayOfStrings("editions")));
            });
  }

  /** The editions that were in use in the last days, the latest first. */
  public Future<List<Edition>> recent(int days, int most) {
    return database
        .rows(RECENT, Tuple.of(days, most))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Edition(
                                row.getString("flow"),
                                row.getString("text"),
                                row.getString("shared")))
                    .toList());
  }
}
