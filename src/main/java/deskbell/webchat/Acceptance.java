package deskbell.webchat;

import deskbell.answering.Accepted;
import deskbell.answering.Conversations;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.conversation.DeskbellException;
import deskbell.conversation.Events;
import deskbell.conversation.Unavailable;
import deskbell.web.Metrics;
import deskbell.webchat.ServerFrame.Ack;
import deskbell.webchat.ServerFrame.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes frames that are stored: commit, then acknowledge, then tell everyone and have the bot
 * answer. Where it is not known whether a commit happened, the same id is tried again, which stores
 * nothing twice. Shared by all event loops.
 */
final class Acceptance {
  private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

  private final Vertx vertx;
  private final Conversations conversations;
  private final Sessions sessions;
  private final Turns turns;
  private final Events events;
  private final Metrics metrics;
  private final SocketSettings settings;

  Acceptance(
      Vertx vertx,
      Conversations conversations,
      Sessions sessions,
      Turns turns,
      Events events,
      Metrics metrics,
      SocketSettings settings) {
    this.vertx = vertx;
    this.conversations = conversations;
    this.sessions = sessions;
    this.turns = turns;
    this.events = events;
    this.metrics = metrics;
    this.settings = settings;
  }

  /** Stores a turn; {@code reply} gets the one ack or error. Never fails. */
  Future<Void> ask(ConversationId conversation, String id, Ask ask, Consumer<ServerFrame> reply) {
    return trying(
            () -> conversations.accept(conversation, id, ask), settings.limits().acceptTries())
        .onSuccess(accepted -> answer(conversation, id, accepted, reply))
        .onFailure(failure -> refuse(conversation, id, failure, reply))
        .transform(done -> Future.succeededFuture());
  }

  /** Stores what is no turn; {@code reply} gets the one ack or error. Never fails. */
  Future<Void> act(ConversationId conversation, String id, Deed deed, Consumer<ServerFrame> reply) {
    return trying(() -> sessions.record(conversation, id, deed), settings.limits().acceptTries())
        .onSuccess(recorded -> answer(conversation, id, recorded, reply))
        .onFailure(failure -> refuse(conversation, id, failure, reply))
        .transform(done -> Future.succeededFuture());
  }

  private void answer(
      ConversationId conversation, String id, Accepted accepted, Consumer<ServerFrame> reply) {
    switch (accepted) {
      case Accepted.Stored(var message, var turn) -> {
        metrics.message("stored");
        reply.accept(new Ack(id, Optional.of(message.seq())));
        events.publish(new ConversationEvent.Appended(conversation, List.of(message)));
        turn.ifPresent(turns::answer);
      }
      case Accepted.Repeated(var seq) -> {
        metrics.message("repeated");
        reply.accept(new Ack(id, Optional.of(seq)));
        retell(conversation, seq);
      }
      case Accepted.IdReused _ -> refuse(id, ErrorCode.ID_REUSED, reply);
      case Accepted.NotOpen _ -> refuse(id, ErrorCode.NOT_OPEN, reply);
      case Accepted.Closed _ -> refuse(id, ErrorCode.CONVERSATION_CLOSED, reply);
    }
  }

  private void answer(
      ConversationId conversation, String id, Recorded recorded, Consumer<ServerFrame> reply) {
    switch (recorded) {
      case Recorded.Done(var seq, var happened) -> {
        metrics.message("stored");
        reply.accept(new Ack(id, seq));
        happened.forEach(events::publish);
        seq.filter(number -> happened.isEmpty()).ifPresent(number -> retell(conversation, number));
      }
      case Recorded.IdReused _ -> refuse(id, ErrorCode.ID_REUSED, reply);
      case Recorded.NoSuchMessage _ -> refuse(id, ErrorCode.NO_SUCH_MESSAGE, reply);
      case Recorded.TooManyMails _ -> refuse(id, ErrorCode.TOO_MANY_MAILS, reply);
      case Recorded.Closed _ -> refuse(id, ErrorCode.CONVERSATION_CLOSED, reply);
    }
  }

  /** The first time may have ended between commit and event; hearing of a message twice is fine. */
  private void retell(ConversationId conversation, long seq) {
    sessions
        .after(conversation, seq - 1, 1)
        .onSuccess(
            messages -> events.publish(new ConversationEvent.Appended(conversation, messages)))
        .onFailure(
            failure -> LOG.warn("conversation {}: {} not told again", conversation, seq, failure));
  }

  private <T> Future<T> trying(Supplier<Future<T>> store, int tries) {
    return store
        .get()
        .recover(
            failure ->
                failure instanceof Unavailable && tries > 1
                    ? vertx
                        .timer(
                            settings.times().acceptRetryAfter().toMillis(), TimeUnit.MILLISECONDS)
                        .compose(now -> trying(store, tries - 1))
                    : Future.failedFuture(failure));
  }

  private void refuse(
      ConversationId conversation, String id, Throwable failure, Consumer<ServerFrame> reply) {
    var code = ErrorCode.of(failure);
    LOG.warn("conversation {}: a frame was not stored", conversation, failure);
    metrics.message(code.wire());
    var message = failure instanceof DeskbellException ? failure.getMessage() : code.meaning();
    var error = Problem.of(code, message).about(id);
    reply.accept(
        switch (code) {
          case UNAVAILABLE, INTERNAL -> error.retry(settings.times().retryAfter());
          default -> error;
        });
  }

  private void refuse(String id, ErrorCode code, Consumer<ServerFrame> reply) {
    metrics.message(code.wire());
    reply.accept(Problem.of(code, "id " + id + ": " + code.meaning()).about(id));
  }
}
