package deskbell.store;

import deskbell.answering.Erasures;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Mode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases people's conversations on PostgreSQL. Any thread. */
public final class PgErasures implements Erasures {
  private static final Logger LOG = LoggerFactory.getLogger(PgErasures.class);

  private static final String OWED =
      """
      SELECT e.conversation, e.turn FROM effect e JOIN conversation c ON c.id = e.conversation
      WHERE e.operation = 'erase_account' AND e.outcome = 'ok' AND e.shown_at IS NOT NULL
        AND c.identity IS NOT NULL
      ORDER BY e.begun_at
      LIMIT $1
      """;

  private static final String ERASE = "SELECT conversation, epoch FROM erase_person($1, $2)";

  private final Database database;

  /** Erasures in this database. */
  public PgErasures(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<ConversationEvent>> settle(int people) {
    return database
        .rows(OWED, Tuple.of(people))
        .compose(
            owed -> {
              var told = new ArrayList<ConversationEvent>();
              Future<Void> done = Future.succeededFuture();
              for (var request : owed) {
                done = done.compose(_ -> erase(request)).onSuccess(told::addAll).mapEmpty();
              }
              return done.map(_ -> List.copyOf(told));
            });
  }

  private Future<List<ConversationEvent>> erase(Row request) {
    return database
        .rows(ERASE, Tuple.of(request.getUUID("conversation"), request.getLong("turn")))
        .map(rows -> rows.stream().flatMap(row -> events(row).stream()).toList())
        .recover(
            failure -> {
              LOG.warn("a person's conversations could not be erased yet", failure);
              return Future.succeededFuture(List.of());
            });
  }

  private static List<ConversationEvent> events(Row row) {
    var conversation = new ConversationId(row.getUUID("conversation"));
    var events = new ArrayList<ConversationEvent>();
    events.add(new Erased(conversation));
    Optional.ofNullable(row.getLong("epoch"))
        .map(epoch -> new ModeChanged(conversation, Mode.CLOSED, epoch, Optional.empty()))
        .ifPresent(events::add);
    return events;
  }
}
