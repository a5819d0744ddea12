package deskbell.store;

import deskbell.console.FlowLog;
import deskbell.dialog.Transition;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Daily counts of the ways through flows, in PostgreSQL. Any thread. */
public final class PgFlowLog implements FlowLog {
  private static final String MOVES =
      """
      SELECT flow, edition, from_step, to_step, sum(times)::bigint AS times
      FROM (
        SELECT flow, edition, from_step, to_step, times FROM flow_day
        WHERE day >= $1 AND ($2::text IS NULL OR flow = $2)
        UNION ALL
        SELECT flow, edition, from_step, to_step, 1 FROM flow_move
        WHERE day >= $1 AND ($2::text IS NULL OR flow = $2)) AS way
      GROUP BY flow, edition, from_step, to_step\
      """;

  private final Database database;

  /** Counts in this database. */
  public PgFlowLog(Database database) {
    this.database = database;
  }

  @Override
  public Future<Map<Transition, Long>> moves(LocalDate from, Optional<String> flow) {
    return database
        .rows(MOVES, Tuple.of(from, flow.orElse(null)))
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(PgFlowLog::move, r -> r.getLong("times"))));
  }

  private static Transition move(Row row) {
    return new Transition(
        row.getString("flow"),
        row.getString("edition"),
        row.getString("from_step"),
        row.getString("to_step"));
  }
}
