package deskbell.store;

import deskbell.console.setup.Setup;
import deskbell.console.setup.SetupStore;
import deskbell.handoff.Hours;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What administrators have set for every node, in PostgreSQL. Any thread. */
public final class PgSetup implements SetupStore {
  private static final String COLUMNS =
      "number, zone, spans, closed, hours_version, origins, origins_version";

  private static final String READ = "SELECT %s FROM setup".formatted(COLUMNS);

  private static final String SET_HOURS =
      """
      UPDATE setup
      SET number = number + 1, hours_version = hours_version + 1, zone = $1, spans = $2, closed = $3
      WHERE $4::bigint IS NULL OR hours_version = $4
      RETURNING %s\
      """
          .formatted(COLUMNS);

  private static final String SET_ORIGINS =
      """
      UPDATE setup
      SET number = number + 1, origins_version = origins_version + 1, origins = $1
      WHERE $2::bigint IS NULL OR origins_version = $2
      RETURNING %s\
      """
          .formatted(COLUMNS);

  private final Database database;

  /** What is set in this database. */
  public PgSetup(Database database) {
    this.database = database;
  }

  @Override
  public Future<Setup> read() {
    return one(READ, Tuple.tuple()).map(Optional::orElseThrow);
  }

  @Override
  public Future<Setup> hours(Optional<Hours> hours, Optional<Long> seen) {
    return one(
            SET_HOURS,
            Tuple.of(
                hours.map(set -> set.zone().getId()).orElse(null),
                hours.map(Hours::text).orElse(null),
                hours.map(set -> set.closed().toArray(LocalDate[]::new)).orElse(null),
                seen.orElse(null)))
        .map(set -> set.orElseThrow(() -> Stale.of("opening hours", seen)));
  }

  @Override
  public Future<Setup> origins(Optional<List<String>> origins, Optional<Long> seen) {
    return one(
            SET_ORIGINS,
            Tuple.of(
                origins.map(set -> set.toArray(String[]::new)).orElse(null), seen.orElse(null)))
        .map(set -> set.orElseThrow(() -> Stale.of("sites", seen)));
  }

  private Future<Optional<Setup>> one(String sql, Tuple values) {
    return database.rows(sql, values).map(rows -> rows.stream().findFirst().map(PgSetup::setup));
  }

  private static Setup setup(Row row) {
    return new Setup(
        row.getLong("number"),
        Optional.ofNullable(row.getString("zone")).map(zone -> hours(row, zone)),
        row.getLong("hours_version"),
        Optional.ofNullable(row.getArrayOfStrings("origins")).map(List::of),
        row.getLong("origins_version"));
  }

  private static Hours hours(Row row, String zone) {
    return Hours.parse(
        row.getString("spans"), ZoneId.of(zone), Set.of(row.getArrayOfLocalDates("closed")));
  }
}
