package deskbell.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * The least that a turn must ask of PostgreSQL, as a yardstick: one trip loads the state and the
 * last six messages, the other writes two messages and the state. No numbering under a lock, no
 * client ids, no fence, nothing stored before it is answered. In tables of its own, which {@link
 * #remove} drops. Any thread.
 */
public final class BareTurn {
  private static final String CREATE =
      """
      CREATE SCHEMA IF NOT EXISTS bare_turn;
      CREATE TABLE IF NOT EXISTS bare_turn.conversation (
        id uuid PRIMARY KEY, seq bigint NOT NULL, state jsonb NOT NULL) WITH (fillfactor = 70);
      CREATE TABLE IF NOT EXISTS bare_turn.message (
        conversation uuid NOT NULL, seq bigint NOT NULL, sender text NOT NULL, text text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (conversation, seq));
      """;

  private static final String REMOVE = "DROP SCHEMA IF EXISTS bare_turn CASCADE";

  private static final String OPEN =
      "INSERT INTO bare_turn.conversation VALUES ($1, 0, $2::text::jsonb)";

  private static final String LOAD =
      """
      SELECT c.seq, c.state::text, m.seq, m.sender, m.text, m.at
      FROM bare_turn.conversation c
      LEFT JOIN LATERAL (
        SELECT * FROM bare_turn.message WHERE conversation = c.id ORDER BY seq DESC LIMIT 6) m ON true
      WHERE c.id = $1
      """;

  private static final String WRITE =
      """
      WITH said AS (
        INSERT INTO bare_turn.message (conversation, seq, sender, text)
        VALUES ($1, $2 + 1, 'shopper', $3), ($1, $2 + 2, 'bot', $4))
      UPDATE bare_turn.conversation SET seq = $2 + 2, state = $5::text::jsonb WHERE id = $1
      """;

  private static final String STATE =
      """
      {"dialog": {"version": 1, "flows": []}, "misses": 0, "offered": []}\
      """;

  private final Database database;

  private BareTurn(Database database) {
    this.database = database;
  }

  /** Makes the yardstick's tables. */
  public static Future<BareTurn> prepared(Database database) {
    return database.call(client -> client.query(CREATE).execute()).map(_ -> new BareTurn(database));
  }

  /** Drops the yardstick's tables. */
  public Future<Void> remove() {
    return database.call(client -> client.query(REMOVE).execute()).mapEmpty();
  }

  /**
   * Takes this many turns in as many conversations at once as {@code concurrent} says, and brings
   * turns a second.
   */
  public Future<Double> run(int turns, int concurrent) {
    return TurnRate.measure(turns, concurrent, this::open);
  }

  private Future<TurnRate.Talk> open(int number) {
    var id = UUID.randomUUID();
    return database.rows(OPEN, Tuple.of(id, STATE)).map(_ -> turn -> turn(id, turn));
  }

  private Future<Void> turn(UUID id, int turn) {
    return database
        .rows(LOAD, Tuple.of(id))
        .compose(
            rows ->
                database.rows(
                    WRITE,
                    Tuple.of(
                        id, newest(rows), TurnRate.question(turn), TurnRate.answer(turn), STATE)))
        .mapEmpty();
  }

  private static long newest(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }
}
