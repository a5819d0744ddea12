package deskbell.answering;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up turns that were accepted but never answered: at once at start, then those that have
 * waited too long, whichever node they were lost on. The fence of the second trip keeps two nodes
 * from answering one turn. Writes to the shop whose turn nobody will answer any more are left to
 * the {@link Aftermath}. Runs on the event loop that started it.
 */
public final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int TURNS_AT_ONCE = 200;

  private final Vertx vertx;
  private final Conversations conversations;
  private final Mailboxes mailboxes;
  private final Function<Turn, Future<Void>> answering;
  private final Aftermath aftermath;
  private final AnsweringSettings settings;
  private long timer = -1;
  private boolean running;

  /** A sweep that is not started yet; {@code answering} leads to the mailboxes. */
  public Sweep(
      Vertx vertx,
      Conversations conversations,
      Mailboxes mailboxes,
      Function<Turn, Future<Void>> answering,
      Aftermath aftermath,
      AnsweringSettings settings) {
    this.vertx = vertx;
    this.conversations = conversations;
    this.mailboxes = mailboxes;
    this.answering = answering;
    this.aftermath = aftermath;
    this.settings = settings;
  }

  /**
   * Takes up every unanswered turn once, then goes on in the background; completes once those are
   * answered.
   */
  public Future<Void> start() {
    timer = vertx.setPeriodic(settings.sweepEvery().toMillis(), _ -> again());
    return sweep(Duration.ZERO);
  }

  /** Stops sweeping. */
  public void stop() {
    vertx.cancelTimer(timer);
  }

  private void again() {
    if (running) {
      return;
    }
    running = true;
    var turns =
        sweep(settings.sweepAge())
            .onFailure(failure -> LOG.warn("unanswered turns could not be read", failure));
    var effects =
        aftermath
            .tell(settings.sweepAge())
            .onFailure(failure -> LOG.warn("effects could not be shown", failure));
    Future.join(turns, effects).onComplete(_ -> running = false);
  }

  private Future<Void> sweep(Duration age) {
    return conversations.unanswered(age, TURNS_AT_ONCE).compose(this::takeUp);
  }

  private Future<Void> takeUp(List<Turn> turns) {
    var answers =
        turns.stream()
            .filter(turn -> !mailboxes.holds(turn.conversation()))
            .map(answering)
            .toList();
    if (!answers.isEmpty()) {
      LOG.info("{} unanswered turns taken up", answers.size());
    }
    return Future.join(answers).mapEmpty();
  }
}
