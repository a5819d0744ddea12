package deskbell.store;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Conversations;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.conversation.NotFound;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The two trips of a turn on PostgreSQL. Any thread. */
public final class PgConversations implements Conversations {
  /** An erased conversation takes the number, not the words. */
  private static final String NOTE =
      """
      WITH c AS (
        UPDATE conversation SET seq = seq + 1 WHERE id = $1 RETURNING id, seq, erased
      ), m AS (
        INSERT INTO message (conversation, seq, sender, text, erased)
        SELECT id, seq, 'system', CASE WHEN erased THEN '' ELSE $2 END, erased FROM c
        RETURNING *
      )
      SELECT %s FROM m
      """
          .formatted(MessageRow.COLUMNS);

  private final Database database;
  private final WaitingTurns waiting;

  /** Conversations of an open database. */
  public PgConversations(Database database) {
    this.database = database;
    this.waiting = new WaitingTurns(database);
  }

  @Override
  public Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
    return database
        .shortTrip(AcceptStatement.SQL, AcceptStatement.parameters(conversation, clientId, ask))
        .map(rows -> AcceptStatement.read(conversation, ask, rows))
        .compose(this::durable);
  }

  @Override
  public Future<Committed> commit(Turn turn, Answer answer) {
    return database
        .shortTrip(CommitStatement.SQL, CommitStatement.parameters(turn, answer))
        .compose(
            rows ->
                rows.size() == 0
                    ? fenced(turn)
                    : database.flushed(CommitStatement.read(turn, answer, rows.iterator().next())));
  }

  @Override
  public Future<Message> note(ConversationId conversation, String text) {
    return database
        .rows(NOTE, Tuple.of(conversation.value(), text))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw missing(conversation);
              }
              return MessageRow.read(rows.iterator().next(), 0);
            });
  }

  @Override
  public Future<Optional<Turn>> refresh(Turn turn) {
    return waiting.refresh(turn);
  }

  @Override
  public Future<List<Turn>> unanswered(Duration age, int limit) {
    return waiting.olderThan(age, limit);
  }

  /**
   * What is acknowledged waits for the disk; what was stored before may not have been there yet.
   */
  private Future<Accepted> durable(Accepted accepted) {
    return switch (accepted) {
      case Accepted.Stored _, Accepted.Repeated _ -> database.flushed(accepted);
      case Accepted.IdReused _, Accepted.NotOpen _, Accepted.Closed _ ->
          Future.succeededFuture(accepted);
    };
  }

  private Future<Committed> fenced(Turn turn) {
    return database
        .rows(CommitStatement.FENCED_SQL, Tuple.of(turn.conversation().value(), turn.number()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw missing(turn.conversation());
              }
              return new Committed.Fenced(rows.iterator().next().getBoolean(0));
            });
  }

  static NotFound missing(ConversationId conversation) {
    return new NotFound("conversation " + conversation + " does not exist");
  }
}
