package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.handoff.Availability;
import deskbell.handoff.Colleague;
import deskbell.handoff.Crew;
import deskbell.handoff.Load;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is at the desk, in PostgreSQL. Any thread. */
public final class PgCrew implements Crew {
  private static final String PRESENT =
      """
      INSERT INTO agent_presence AS p (agent, until) VALUES ($1, $3)
      ON CONFLICT (agent) DO UPDATE
      SET until = greatest(p.until, excluded.until), away = p.away AND p.until > $2\
      """;

  private static final String ATTENDED =
      "SELECT EXISTS (SELECT FROM agent_presence WHERE until > $1 AND NOT away)";

  private static final String AWAY =
      """
      INSERT INTO agent_presence (agent, until, away) VALUES ($1, now(), $2)
      ON CONFLICT (agent) DO UPDATE SET away = excluded.away\
      """;

  /** Conversations that an agent answers; what is answered by mail takes no hand. */
  private static final String HELD =
      """
      (SELECT count(*)::int FROM ticket t JOIN conversation c ON c.id = t.conversation
       WHERE t.state = 'claimed' AND c.mode = 'human' AND c.agent = %s)\
      """;

  private static final String SERVES =
      """
      WITH next AS (UPDATE setup SET number = number + 1 RETURNING number),
      said AS (
        UPDATE account
        SET languages = $2, departments = $3, capacity = $4, serves_version = next.number
        FROM next
        WHERE name = $1 AND ($5::bigint IS NULL OR serves_version = $5)
          AND $3 <@ ARRAY(SELECT id FROM department)
        RETURNING name)
      SELECT EXISTS (SELECT FROM said) AS said,
        EXISTS (SELECT FROM account WHERE name = $1) AS there,
        EXISTS (
          SELECT FROM account
          WHERE name = $1 AND ($5::bigint IS NULL OR serves_version = $5)) AS current\
      """;

  private static final String COLLEAGUES =
      """
      SELECT a.name, p.until, coalesce(p.away, false) AS away,
        coalesce(a.capacity, policy.capacity) AS capacity, a.capacity AS own, a.languages,
        a.departments, a.serves_version, %s AS held
      FROM desk_policy policy, account a LEFT JOIN agent_presence p ON p.agent = a.name
      WHERE a.role IN ('agent', 'admin') AND NOT a.disabled
      ORDER BY a.name_key\
      """
          .formatted(HELD.formatted("a.name"));

  /** One agent's claims wait for each other, so that their number holds until each is stored. */
  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtextextended('agent ' || $1, 0))";

  private static final String LOAD =
      """
      SELECT coalesce((SELECT capacity FROM account WHERE name = $1), policy.capacity) AS capacity,
        %s AS held
      FROM desk_policy policy\
      """
          .formatted(HELD.formatted("$1"));

  /** Whoever never had the desk open, such as a program, cannot have left it. */
  private static final String ABANDONED =
      """
      SELECT t.conversation, c.agent
      FROM ticket t JOIN conversation c ON c.id = t.conversation
      JOIN agent_presence p ON p.agent = c.agent
      WHERE t.state = 'claimed' AND c.mode = 'human'
        AND greatest(p.until, t.claimed_at) < $1
      ORDER BY t.created_at, t.id
      LIMIT $2\
      """;

  private final Database database;

  /** Agents of this database. */
  public PgCrew(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> present(String agent, Instant now, Instant until) {
    return database.rows(PRESENT, Tuple.of(agent, utc(now), utc(until))).mapEmpty();
  }

  @Override
  public Future<Boolean> attended(Instant now) {
    return database
        .rows(ATTENDED, Tuple.of(utc(now)))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Future<Void> away(String agent, boolean away) {
    return database.rows(AWAY, Tuple.of(agent, away)).mapEmpty();
  }

  @Override
  public Future<Boolean> serves(
      String agent,
      Set<Language> languages,
      List<String> departments,
      Optional<Integer> capacity,
      Optional<Long> seen) {
    return database
        .rows(
            SERVES,
            Tuple.tuple()
                .addString(agent)
                .addArrayOfString(languages.stream().map(Language::code).toArray(String[]::new))
                .addArrayOfString(departments.toArray(String[]::new))
                .addInteger(capacity.orElse(null))
                .addLong(seen.orElse(null)))
        .map(rows -> rows.iterator().next())
        .compose(
            row -> {
              if (row.getBoolean("said") || !row.getBoolean("there")) {
                return Future.succeededFuture(row.getBoolean("said"));
              }
              return Future.failedFuture(
                  row.getBoolean("current")
                      ? new Invalid("departments", "holds one that does not exist: " + departments)
                      : Stale.of("agent " + agent, seen));
            });
  }

  @Override
  public Future<List<Colleague>> colleagues(Instant now) {
    return database
        .rows(COLLEAGUES, Tuple.tuple())
        .map(rows -> rows.stream().map(row -> colleague(row, now)).toList());
  }

  @Override
  public Future<List<Abandoned>> abandoned(Instant since, int limit) {
    return database
        .rows(ABANDONED, Tuple.of(utc(since), limit))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Abandoned(
                                new ConversationId(row.getUUID("conversation")),
                                row.getString("agent")))
                    .toList());
  }

  /** What an agent has to do; it does not change until the transaction of this client ends. */
  static Future<Load> load(SqlClient client, String agent) {
    return client
        .preparedQuery(ONE_AT_A_TIME)
        .execute(Tuple.of(agent))
        .compose(locked -> client.preparedQuery(LOAD).execute(Tuple.of(agent)))
        .map(rows -> rows.iterator().next())
        .map(row -> new Load(row.getInteger("held"), row.getInteger("capacity")));
  }

  private static Colleague colleague(Row row, Instant now) {
    return new Colleague(
        row.getString("name"),
        availability(row.getOffsetDateTime("until"), row.getBoolean("away"), now),
        row.getInteger("held"),
        row.getInteger("capacity"),
        Stream.of(row.getArrayOfStrings("languages"))
            .map(Language::parse)
            .collect(Collectors.toSet()),
        List.of(row.getArrayOfStrings("departments")),
        Optional.ofNullable(row.getInteger("own")),
        row.getLong("serves_version"));
  }

  private static Availability availability(OffsetDateTime until, boolean away, Instant now) {
    if (until == null || !until.toInstant().isAfter(now)) {
      return Availability.GONE;
    }
    return away ? Availability.AWAY : Availability.ONLINE;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
