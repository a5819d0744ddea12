package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import deskbell.handoff.Agent;
import deskbell.handoff.AgentReply;
import deskbell.handoff.Load;
import deskbell.handoff.Move;
import deskbell.handoff.Moved;
import deskbell.handoff.Place;
import deskbell.handoff.Replied;
import deskbell.handoff.Standing;
import deskbell.handoff.Ticket;
import deskbell.handoff.TicketState;
import deskbell.handoff.Tickets;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tickets and changes of hands in PostgreSQL; {@link DeskStatements} makes the changes. */
public final class PgTickets implements Tickets {
  private static final String CONVERSATION_OF = "SELECT conversation FROM ticket WHERE id = $1";

  /** The words of the button that asks for a person say nothing of what somebody came for. */
  private static final String OPEN =
      """
      SELECT t.id, t.conversation, t.state, t.reason, t.language, t.created_at, t.agent, t.email,
        t.summary::text AS summary, t.queued_at, t.replied_at, t.department, c.left_at, c.seq,
        coalesce(meant.words, newest.words, '') AS last_text, newest.sender AS last_from, newest.at AS last_at
      FROM ticket t
      JOIN conversation c ON c.id = t.conversation
      LEFT JOIN LATERAL (
        SELECT left(m.text, 200) AS words, m.sender, m.at, m.kind FROM message m
        WHERE m.conversation = t.conversation AND m.sender IN ('shopper', 'agent')
        ORDER BY m.seq DESC LIMIT 1) newest ON true
      LEFT JOIN LATERAL (
        SELECT left(m.text, 200) AS words FROM message m
        WHERE newest.kind = 'human' AND m.conversation = t.conversation
          AND m.sender = 'shopper' AND m.kind IS DISTINCT FROM 'human'
        ORDER BY m.seq DESC LIMIT 1) meant ON true
      WHERE t.state IN ('waiting', 'claimed')
      ORDER BY t.created_at, t.id
      LIMIT $1\
      """;

  /** As {@link PgSessions} does for the shopper: not worth a flush of the disk. */
  private static final String SEEN =
      """
      UPDATE conversation
      SET desk_delivered = GREATEST(desk_delivered, LEAST($2, seq)),
        desk_read = CASE mode WHEN 'human' THEN GREATEST(desk_read, LEAST($3, seq)) ELSE desk_read END
      FROM (SELECT set_config('synchronous_commit', 'off', true)) AS lazily
      WHERE id = $1 AND (mode = 'waiting' OR mode = 'human' AND agent = $4)
        AND (desk_delivered < LEAST($2, seq) OR mode = 'human' AND desk_read < LEAST($3, seq))
      RETURNING desk_delivered, desk_read\
      """;

  /**
   * Only those count who wait for a person, not those who left a message and went on. The queue is
   * looked through once for all, and only where one of them stands in it.
   */
  private static final String PLACES =
      """
      WITH queue AS (
        SELECT t.conversation, row_number() OVER (ORDER BY t.created_at, t.id)::int AS position,
          count(*) OVER ()::int AS waiting
        FROM ticket t JOIN conversation c ON c.id = t.conversation
        WHERE t.state = 'waiting' AND c.mode = 'waiting'
          AND EXISTS (SELECT FROM ticket WHERE conversation = ANY ($1) AND state = 'waiting')),
      waits AS (
        SELECT extract(epoch FROM claimed_at - queued_at)::float8 AS seconds
        FROM ticket
        WHERE claimed_at > $2::timestamptz - interval '4 hours'
          AND email IS NULL AND (reason <> 'taken_over' OR queued_at <> created_at)
        ORDER BY claimed_at DESC LIMIT 20)
      SELECT asked.id, queue.position, coalesce(queue.waiting, 0) AS waiting,
        (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FROM waits) AS expected,
        EXISTS (SELECT FROM agent_presence WHERE until > $2 AND NOT away) AS staffed
      FROM unnest($1::uuid[]) AS asked (id) LEFT JOIN queue ON queue.conversation = asked.id\
      """;

  private final Database database;

  /** Tickets in this database. */
  public PgTickets(Database database) {
    this.database = database;
  }

  @Override
  public Future<Moved> move(ConversationId conversation, Function<Standing, Move> rule) {
    return database.transaction(
        client -> {
          var statements = new DeskStatements(client, conversation);
          return statements.lock().compose(now -> moved(statements, now, rule.apply(now)));
        });
  }

  @Override
  public Future<Moved> take(
      ConversationId conversation, Agent agent, BiFunction<Standing, Load, Move> rule) {
    return database.transaction(
        client -> {
          var statements = new DeskStatements(client, conversation);
          return statements
              .lock()
              .compose(
                  now ->
                      PgCrew.load(client, agent.name())
                          .compose(load -> moved(statements, now, rule.apply(now, load))));
        });
  }

  private static Future<Moved> moved(DeskStatements statements, Standing now, Move move) {
    return switch (move) {
      case Move.Change change -> statements.apply(now, change);
      case Move.Mark mark -> statements.mark(now, mark);
      case Move.Already() -> Future.succeededFuture(new Moved.Already(now));
      case Move.Refused(var reason) -> Future.succeededFuture(new Moved.Refused(now, reason));
    };
  }

  @Override
  public Future<Replied> reply(
      AgentReply reply, Agent agent, Function<Standing, Optional<Move.Reason>> rule) {
    return database.transaction(
        client -> {
          var statements = new DeskStatements(client, reply.conversation());
          return statements
              .lock()
              .compose(
                  now ->
                      statements
                          .earlier(reply, agent)
                          .compose(
                              earlier ->
                                  earlier.isPresent()
                                      ? Future.succeededFuture(earlier.get())
                                      : rule.apply(now)
                                          .<Future<Replied>>map(
                                              why ->
                                                  Future.succeededFuture(
                                                      new Replied.Refused(now, why)))
                                          .orElseGet(() -> statements.append(reply, agent))));
        });
  }

  @Override
  public Future<Optional<Seen>> seen(ConversationId conversation, Agent agent, Seen seen) {
    return database
        .rows(SEEN, Tuple.of(conversation.value(), seen.delivered(), seen.read(), agent.name()))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> new Seen(row.getLong("desk_delivered"), row.getLong("desk_read"))));
  }

  @Override
  public Future<Optional<ConversationId>> conversationOf(long ticket) {
    return database
        .rows(CONVERSATION_OF, Tuple.of(ticket))
        .map(rows -> rows.stream().findFirst().map(row -> new ConversationId(row.getUUID(0))));
  }

  @Override
  public Future<List<Ticket>> open(int limit) {
    return database
        .rows(OPEN, Tuple.of(limit))
        .map(rows -> rows.stream().map(PgTickets::ticket).toList());
  }

  @Override
  public Future<Map<ConversationId, Place>> places(Set<ConversationId> conversations, Instant now) {
    var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
    return database
        .rows(PLACES, Tuple.tuple().addArrayOfUUID(ids).addValue(now.atOffset(ZoneOffset.UTC)))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> new ConversationId(row.getUUID("id")), PgTickets::place)));
  }

  private static Ticket ticket(Row row) {
    return new Ticket(
        row.getLong("id"),
        new ConversationId(row.getUUID("conversation")),
        TicketState.ofWire(row.getString("state")),
        row.getString("reason"),
        Language.parse(row.getString("language")),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getString("agent")),
        Optional.ofNullable(row.getString("email")),
        Json.strings(row.getString("summary")),
        row.getString("last_text"),
        new Ticket.Course(
            row.getOffsetDateTime("queued_at").toInstant(),
            instant(row, "replied_at"),
            Optional.ofNullable(row.getString("last_from")).map(Sender::ofWire),
            instant(row, "last_at"),
            instant(row, "left_at"),
            row.getLong("seq"),
            Optional.ofNullable(row.getString("department"))));
  }

  /** The time of a column; empty where it has none. */
  static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Place place(Row row) {
    return new Place(
        Optional.ofNullable(row.getInteger("position")),
        row.getInteger("waiting"),
        Optional.ofNullable(row.getDouble("expected"))
            .map(seconds -> Duration.ofSeconds(Math.round(seconds))),
        row.getBoolean("staffed"),
        Optional.empty());
  }
}
