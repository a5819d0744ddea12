package deskbell.store;

import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns that wait for their answer, read afresh. Of a conversation only the first one counts:
 * answers are stored in order. The first look goes through all conversations; later ones through
 * those asked within {@link #WINDOW}, which an index finds. Any thread.
 */
final class WaitingTurns {
  /** How far back every look but the first one goes. */
  static final Duration WINDOW = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(WaitingTurns.class);
  private static final OffsetDateTime EVER =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final String STATE =
      """
      c.id, q.turn, c.epoch, c.locale, c.identity, c.address, c.memory::text,
      q.kind, q.chosen_message, q.chosen_value,\
      """;

  private static final int ID = 0;
  private static final int TURN = 1;
  private static final int EPOCH = 2;
  private static final int LOCALE = 3;
  private static final int IDENTITY = 4;
  private static final int ADDRESS = 5;
  private static final int MEMORY = 6;
  private static final int KIND = 7;
  private static final int CHOSEN_MESSAGE = 8;
  private static final int CHOSEN_VALUE = 9;
  private static final int MESSAGE = 10;

  /** The turn's own message and the six before it, newest first. */
  private static final String REFRESH =
      """
      SELECT %s %s
      FROM conversation c
      JOIN message q ON q.conversation = c.id AND q.seq = $4
      CROSS JOIN LATERAL (
        SELECT * FROM message WHERE conversation = c.id AND seq <= $4 ORDER BY seq DESC LIMIT 7) m
      WHERE c.id = $1 AND c.answered = $2 - 1 AND c.epoch = $3 AND c.mode = 'bot'
      ORDER BY m.seq DESC
      """
          .formatted(STATE, MessageRow.COLUMNS);

  /**
   * The first waiting message is looked up for each conversation that waits: joined without a
   * limit, PostgreSQL would read all messages there are.
   */
  private static final String UNANSWERED =
      """
      WITH waiting AS (
        SELECT c.id, q.seq, q.at
        FROM conversation c
        CROSS JOIN LATERAL (
          SELECT seq, at FROM message WHERE conversation = c.id AND turn = c.answered + 1
          ORDER BY seq DESC LIMIT 1) q
        WHERE c.mode = 'bot' AND c.answered < c.turn AND c.asked_at >= $1
          AND q.at <= clock_timestamp() - make_interval(secs => $2)
        ORDER BY q.at
        LIMIT $3)
      SELECT %s %s
      FROM waiting w
      JOIN conversation c ON c.id = w.id
      JOIN message q ON q.conversation = w.id AND q.seq = w.seq
      CROSS JOIN LATERAL (
        SELECT * FROM message WHERE conversation = w.id AND seq <= w.seq
        ORDER BY seq DESC LIMIT 7) m
      ORDER BY w.at, w.id, m.seq DESC
      """
          .formatted(STATE, MessageRow.COLUMNS);

  private final Database database;
  private final AtomicBoolean lookedThroughAll = new AtomicBoolean();

  WaitingTurns(Database database) {
    this.database = database;
  }

  Future<Optional<Turn>> refresh(Turn turn) {
    return database
        .rows(
            REFRESH, Tuple.of(turn.conversation().value(), turn.number(), turn.epoch(), turn.seq()))
        .map(rows -> turns(rows).values().stream().findFirst().map(WaitingTurns::turn));
  }

  Future<List<Turn>> olderThan(Duration age, int limit) {
    var since = lookedThroughAll.get() ? OffsetDateTime.now(ZoneOffset.UTC).minus(WINDOW) : EVER;
    return database
        .rows(UNANSWERED, Tuple.of(since, age.toMillis() / 1_000.0, limit))
        .map(
            rows -> {
              var found = turns(rows);
              lookedThroughAll.compareAndSet(false, found.size() < limit);
              return found.values().stream().flatMap(WaitingTurns::readable).toList();
            });
  }

  private static Map<UUID, List<Row>> turns(RowSet<Row> rows) {
    var found = new LinkedHashMap<UUID, List<Row>>();
    rows.forEach(row -> found.computeIfAbsent(row.getUUID(ID), _ -> new ArrayList<>()).add(row));
    return found;
  }

  /** One conversation that cannot be read must not keep the others waiting. */
  private static Stream<Turn> readable(List<Row> rows) {
    try {
      return Stream.of(turn(rows));
    } catch (RuntimeException unreadable) {
      LOG.error(
          "conversation {}: its turn cannot be read", rows.getFirst().getUUID(ID), unreadable);
      return Stream.empty();
    }
  }

  private static Turn turn(List<Row> rows) {
    var first = rows.getFirst();
    var messages = rows.stream().map(row -> MessageRow.read(row, MESSAGE)).toList();
    var asked = messages.getFirst();
    var id = new ConversationId(first.getUUID(ID));
    return new Turn(
        id,
        first.getLong(TURN),
        first.getLong(EPOCH),
        asked.seq(),
        ask(first, asked),
        Language.parse(first.getString(LOCALE)),
        Optional.ofNullable(first.getString(IDENTITY)).map(Identity::new),
        first.getString(ADDRESS),
        MemoryCodec.read(id, first.getString(MEMORY)),
        messages.subList(1, messages.size()).reversed());
  }

  private static Ask ask(Row row, Message asked) {
    return switch (row.getString(KIND)) {
      case "say" -> new Ask.Say(asked.text());
      case "human" -> new Ask.Human(asked.text());
      case "choose" ->
          new Ask.Choose(row.getLong(CHOSEN_MESSAGE), row.getString(CHOSEN_VALUE), asked.text());
      case String other -> throw new IllegalStateException("a turn cannot be of kind " + other);
    };
  }
}
