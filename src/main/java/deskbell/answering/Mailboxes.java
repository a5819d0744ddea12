package deskbell.answering;

import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Mode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One conversation, one turn at a time. A turn that comes while another is answered waits behind it
 * by chaining futures, never by a lock. What finds every mailbox full stays unanswered in the store
 * and is taken up by the {@link Sweep}. Any thread.
 */
public final class Mailboxes {
  private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

  private final Conversations conversations;
  private final Answering answering;
  private final Events events;
  private final AnsweringSettings settings;
  private final TurnObserver observer;
  private final Map<ConversationId, Future<Void>> tails = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /** Mailboxes that answer, commit and tell everyone. */
  public Mailboxes(
      Conversations conversations,
      Answering answering,
      Events events,
      AnsweringSettings settings,
      TurnObserver observer) {
    this.conversations = conversations;
    this.answering = answering;
    this.events = events;
    this.settings = settings;
    this.observer = observer;
  }

  /**
   * Answers a turn after those before it. The future completes once the answer is stored or
   * dropped; it never fails, because failures are logged here and the sweep tries again.
   */
  public Future<Void> answer(Turn turn) {
    if (waiting.incrementAndGet() > settings.waitingTurns()) {
      waiting.decrementAndGet();
      LOG.warn(
          "conversation {}: mailboxes are full, turn {} left to the sweep",
          turn.conversation(),
          turn.number());
      return Future.succeededFuture();
    }
    var tail =
        tails.compute(
            turn.conversation(),
            (_, before) ->
                before == null ? guarded(turn) : before.compose(_ -> afterAnother(turn)));
    tail.onComplete(
        _ -> {
          waiting.decrementAndGet();
          tails.remove(turn.conversation(), tail);
        });
    return tail;
  }

  /** Turns that are being answered or wait for it on this node. */
  public int waiting() {
    return waiting.get();
  }

  /** Completes once every turn at hand is answered and stored; never fails. */
  public Future<Void> drained() {
    return Future.join(List.copyOf(tails.values())).mapEmpty();
  }

  /** True while this node answers a turn of the conversation. */
  boolean holds(ConversationId conversation) {
    return tails.containsKey(conversation);
  }

  private Future<Void> afterAnother(Turn turn) {
    return conversations
        .refresh(turn)
        .compose(now -> now.map(this::turn).orElseGet(Future::succeededFuture))
        .recover(failure -> logged(turn, failure));
  }

  private Future<Void> guarded(Turn turn) {
    return turn(turn).recover(failure -> logged(turn, failure));
  }

  private Future<Void> turn(Turn turn) {
    var start = System.nanoTime();
    return answering
        .answer(turn)
        .timeout(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure -> {
              LOG.error(
                  "conversation {}: turn {} could not be answered",
                  turn.conversation(),
                  turn.number(),
                  failure);
              return Future.succeededFuture(
                  answering.apology(turn, failure.getClass().getSimpleName()));
            })
        .compose(
            answer -> conversations.commit(turn, answer).compose(done -> tell(turn, answer, done)))
        .onSuccess(_ -> observer.answered(System.nanoTime() - start));
  }

  private Future<Void> tell(Turn turn, Answer answer, Committed committed) {
    return switch (committed) {
      case Committed.Written(var messages, var mode, var epoch) -> {
        events.publish(new Appended(turn.conversation(), messages));
        if (mode != Mode.BOT) {
          events.publish(new ModeChanged(turn.conversation(), mode, epoch, Optional.empty()));
        }
        yield Future.succeededFuture();
      }
      case Committed.Fenced(var answeredElsewhere) -> {
        LOG.info(
            "conversation {}: answer to turn {} dropped: {}",
            turn.conversation(),
            turn.number(),
            answeredElsewhere ? "it counts as answered" : "the bot's turn is over");
        observer.fenced();
        yield showEffects(turn, answer);
      }
    };
  }

  /**
   * What was written to the shop has happened, so its result is shown although its reply is not,
   * unless another node has done so.
   */
  private Future<Void> showEffects(Turn turn, Answer answer) {
    if (answer.told().isEmpty()) {
      return Future.succeededFuture();
    }
    return conversations
        .showEffects(turn.conversation(), turn.number(), answer.told(), answer.words())
        .onSuccess(
            shown ->
                shown.ifPresent(
                    note -> events.publish(new Appended(turn.conversation(), List.of(note)))))
        .mapEmpty();
  }

  private static Future<Void> logged(Turn turn, Throwable failure) {
    LOG.warn(
        "conversation {}: turn {} left to the sweep", turn.conversation(), turn.number(), failure);
    return Future.succeededFuture();
  }
}
