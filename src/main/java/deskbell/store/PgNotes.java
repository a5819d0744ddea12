package deskbell.store;

import deskbell.conversation.Conflict;
import deskbell.conversation.ConversationId;
import deskbell.handoff.Agent;
import deskbell.handoff.NewNote;
import deskbell.handoff.Note;
import deskbell.handoff.Notes;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Private notes in PostgreSQL. Any thread. */
public final class PgNotes implements Notes {
  private static final String LOCK =
      "SELECT erased FROM conversation WHERE id = $1 FOR NO KEY UPDATE";

  private static final String EARLIER =
      "SELECT number, agent, text, at FROM note WHERE conversation = $1 AND client_id = $2";

  private static final String ADD =
      """
      INSERT INTO note (conversation, number, client_id, agent, text)
      SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM note WHERE conversation = $1
      RETURNING number, agent, text, at\
      """;

  private static final String ALL =
      "SELECT number, agent, text, at FROM note WHERE conversation = $1 ORDER BY number";

  private final Database database;

  /** Notes of this database. */
  public PgNotes(Database database) {
    this.database = database;
  }

  @Override
  public Future<Note> add(ConversationId conversation, NewNote note, Agent agent) {
    return database.transaction(
        client ->
            client
                .preparedQuery(LOCK)
                .execute(Tuple.of(conversation.value()))
                .map(
                    rows ->
                        rows.stream()
                            .findFirst()
                            .orElseThrow(() -> PgConversations.missing(conversation))
                            .getBoolean("erased"))
                .compose(
                    erased ->
                        erased
                            ? Future.failedFuture(new Conflict("the conversation was erased"))
                            : write(client, conversation, note, agent)));
  }

  @Override
  public Future<List<Note>> of(ConversationId conversation) {
    return database
        .rows(ALL, Tuple.of(conversation.value()))
        .map(rows -> rows.stream().map(PgNotes::note).toList());
  }

  /** Stores a note in a conversation whose row this client's transaction has locked. */
  static Future<Note> write(
      SqlClient client, ConversationId conversation, NewNote note, Agent agent) {
    return client
        .preparedQuery(EARLIER)
        .execute(Tuple.of(conversation.value(), note.clientId()))
        .compose(
            earlier ->
                earlier.size() > 0
                    ? Future.succeededFuture(same(note(earlier.iterator().next()), note, agent))
                    : client
                        .preparedQuery(ADD)
                        .execute(
                            Tuple.of(
                                conversation.value(), note.clientId(), agent.name(), note.text()))
                        .map(rows -> note(rows.iterator().next())));
  }

  private static Note same(Note earlier, NewNote note, Agent agent) {
    if (!earlier.text().equals(note.text()) || !earlier.agent().equals(agent.name())) {
      throw new Conflict("the id named another note before");
    }
    return earlier;
  }

  private static Note note(Row row) {
    return new Note(
        row.getLong("number"),
        row.getString("agent"),
        row.getString("text"),
        row.getOffsetDateTime("at").toInstant());
  }
}
