package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Pulse;
import deskbell.conversation.Seen;
import deskbell.webchat.Deed;
import deskbell.webchat.Opening;
import deskbell.webchat.Recorded;
import deskbell.webchat.Session;
import deskbell.webchat.Sessions;
import deskbell.webchat.TokenHash;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What the chat socket keeps besides turns, on PostgreSQL. Any thread. */
public final class PgSessions implements Sessions {
  private static final String OPEN =
      """
      INSERT INTO conversation (id, token_hash, locale, page, identity, address)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private static final String FIND =
      """
      SELECT id, seq, mode, agent, locale, identity, delivered, read, desk_delivered, desk_read
      FROM conversation WHERE token_hash = $1
      """;

  private static final String REVOKE =
      "UPDATE conversation SET token_hash = NULL WHERE token_hash = $1";

  private static final String IDENTIFY =
      """
      WITH given AS (
        UPDATE conversation SET identity = $2
        WHERE id = $1 AND (identity IS NULL OR identity = $2) AND NOT erased
        RETURNING id)
      SELECT EXISTS (SELECT FROM given) FROM conversation WHERE id = $1
      """;

  private static final String AFTER = after(MessageRow.COLUMNS);

  private static final String PULSE =
      """
      SELECT id, seq, mode, epoch, agent, erased, delivered, read, desk_delivered, desk_read
      FROM conversation WHERE id = ANY ($1)\
      """;

  private static final String LOCALE =
      "UPDATE conversation SET locale = $2 WHERE id = $1 RETURNING id";

  /**
   * Receipts are worth no flush of the disk: they come with every message, and one that a power cut
   * takes is sent again.
   */
  private static final String SEEN =
      """
      UPDATE conversation
      SET delivered = GREATEST(delivered, LEAST($2, seq)), read = GREATEST(read, LEAST($3, seq))
      FROM (SELECT set_config('synchronous_commit', 'off', true)) AS lazily
      WHERE id = $1
      RETURNING id
      """;

  private final Database database;
  private final PgVisits visits;

  /** Sessions of an open database, at a node of their own. */
  public PgSessions(Database database) {
    this.database = database;
    visits = new PgVisits(database);
  }

  @Override
  public Future<Session> open(Opening opening) {
    var parameters =
        Tuple.tuple()
            .addUUID(opening.conversation().value())
            .addBuffer(bytes(opening.token()))
            .addString(opening.locale().code())
            .addString(opening.page().orElse(null))
            .addString(opening.identity().map(Identity::user).orElse(null))
            .addString(opening.address());
    return database
        .rows(OPEN, parameters)
        .map(
            _ ->
                new Session(
                    opening.conversation(),
                    0,
                    Mode.BOT,
                    Optional.empty(),
                    opening.locale(),
                    opening.identity(),
                    Seen.NOTHING,
                    Seen.NOTHING));
  }

  @Override
  public Future<Optional<Session>> find(TokenHash token) {
    return database
        .rows(FIND, Tuple.of(bytes(token)))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(session(first(rows))));
  }

  @Override
  public Future<Void> revoke(TokenHash token) {
    return database.rows(REVOKE, Tuple.of(bytes(token))).mapEmpty();
  }

  @Override
  public Future<Boolean> identify(ConversationId conversation, Identity identity) {
    return database
        .rows(IDENTIFY, Tuple.of(conversation.value(), identity.user()))
        .map(rows -> found(conversation, rows).getBoolean(0));
  }

  @Override
  public Future<List<Message>> after(ConversationId conversation, long after, int limit) {
    return database
        .rows(AFTER, Tuple.of(conversation.value(), after, limit))
        .map(rows -> messages(conversation, rows, row -> MessageRow.read(row, 0)));
  }

  /** The messages above a number; one row without a message where there are none. */
  static String after(String columns) {
    return """
    SELECT %s
    FROM conversation c
    LEFT JOIN LATERAL (
      SELECT * FROM message WHERE conversation = c.id AND seq > $2 ORDER BY seq LIMIT $3
    ) m ON true
    WHERE c.id = $1
    ORDER BY m.seq
    """
        .formatted(columns);
  }

  /** Reads the rows of {@link #after(String)}. */
  static List<Message> messages(
      ConversationId conversation, RowSet<Row> rows, Function<Row, Message> read) {
    var messages = new ArrayList<Message>();
    if (found(conversation, rows).getLong(0) != null) {
      rows.forEach(row -> messages.add(read.apply(row)));
    }
    return List.copyOf(messages);
  }

  @Override
  public Future<Boolean> visiting(ConversationId conversation, boolean here) {
    return here ? visits.here(conversation) : visits.gone(conversation);
  }

  @Override
  public Future<List<ConversationId>> signOfLife(Duration silence) {
    return visits.sign(silence);
  }

  @Override
  public Future<Map<ConversationId, Pulse>> pulse(Set<ConversationId> conversations) {
    var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
    return database
        .rows(PULSE, Tuple.tuple().addArrayOfUUID(ids))
        .map(
            rows -> {
              var found = new HashMap<ConversationId, Pulse>();
              rows.forEach(row -> found.put(new ConversationId(row.getUUID("id")), pulse(row)));
              return Map.copyOf(found);
            });
  }

  @Override
  public Future<Recorded> record(ConversationId conversation, String clientId, Deed deed) {
    return database
        .rows(DeedStatement.SQL, DeedStatement.parameters(conversation, clientId, deed))
        .map(rows -> DeedStatement.read(conversation, deed, first(rows)));
  }

  @Override
  public Future<Void> locale(ConversationId conversation, Language locale) {
    return database
        .rows(LOCALE, Tuple.of(conversation.value(), locale.code()))
        .map(rows -> found(conversation, rows))
        .mapEmpty();
  }

  @Override
  public Future<Void> seen(ConversationId conversation, Seen seen) {
    return database
        .rows(SEEN, Tuple.of(conversation.value(), seen.delivered(), seen.read()))
        .map(rows -> found(conversation, rows))
        .mapEmpty();
  }

  private static Session session(Row row) {
    return new Session(
        new ConversationId(row.getUUID("id")),
        row.getLong("seq"),
        Mode.ofWire(row.getString("mode")),
        Optional.ofNullable(row.getString("agent")),
        Language.parse(row.getString("locale")),
        Optional.ofNullable(row.getString("identity")).map(Identity::new),
        new Seen(row.getLong("delivered"), row.getLong("read")),
        new Seen(row.getLong("desk_delivered"), row.getLong("desk_read")));
  }

  private static Pulse pulse(Row row) {
    return new Pulse(
        row.getLong("seq"),
        Mode.ofWire(row.getString("mode")),
        row.getLong("epoch"),
        Optional.ofNullable(row.getString("agent")),
        row.getBoolean("erased"),
        new Seen(row.getLong("delivered"), row.getLong("read")),
        new Seen(row.getLong("desk_delivered"), row.getLong("desk_read")));
  }

  private static Row found(ConversationId conversation, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw PgConversations.missing(conversation);
    }
    return first(rows);
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  private static Buffer bytes(TokenHash token) {
    return Buffer.buffer(HexFormat.of().parseHex(token.hex()));
  }
}
