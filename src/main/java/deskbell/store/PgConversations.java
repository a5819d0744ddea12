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
import java.util.Set;

/** The two trips of a turn on PostgreSQL. Any thread. */
public final class PgConversations implements Conversations {
  private static final String SHOW_EFFECTS =
      "SELECT %s FROM show_effects($1, $2, $3, $4) m".formatted(MessageRow.COLUMNS);

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
        .shortTrip(CommitStatement.sql(answer), CommitStatement.parameters(turn, answer))
        .compose(
            rows ->
                rows.size() == 0
                    ? fenced(turn)
                    : database.flushed(CommitStatement.read(turn, answer, rows.iterator().next())));
  }

  @Override
  public Future<Optional<Message>> showEffects(
      ConversationId conversation, long turn, Set<String> steps, String text) {
    return database
        .rows(
            SHOW_EFFECTS, Tuple.of(conversation.value(), turn, steps.toArray(String[]::new), text))
        .map(rows -> rows.stream().findFirst().map(row -> MessageRow.read(row, 0)));
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
