package deskbell.console.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due, once a second. On the event loop that started it; any number of servers may
 * run one on one database.
 */
public final class WebhookWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);

  /** Rounds between two looks for what may be forgotten. */
  private static final int SWEEP_EVERY = 600;

  private final Vertx vertx;
  private final WebhookStore store;
  private final WebhookSettings settings;
  private final InstantSource clock;
  private final WebhookSender sender;
  private long timer = -1;
  private boolean running;
  private int rounds;

  /** A worker that is not started yet. */
  public WebhookWorker(
      Vertx vertx, WebhookStore store, WebhookSettings settings, InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.sender = new WebhookSender(vertx, settings);
  }

  /** Looks for what is due from now on. */
  public WebhookWorker start() {
    timer = vertx.setPeriodic(settings.every().toMillis(), tick -> again());
    return this;
  }

  private void again() {
    if (running) {
      return;
    }
    running = true;
    var forgotten =
        rounds++ % SWEEP_EVERY == 0
            ? store.sweep(clock.instant().minus(settings.keep()))
            : Future.succeededFuture();
    forgotten
        .compose(done -> round())
        .onFailure(failure -> LOG.warn("webhooks could not be delivered", failure))
        .onComplete(done -> running = false);
  }

  /** Delivers what is due now; completes once every try has ended and is noted. */
  Future<Integer> round() {
    var now = clock.instant();
    return store
        .take(now, now.plus(settings.lease()), settings.together())
        .compose(due -> Future.join(due.stream().map(this::deliver).toList()).map(due.size()));
  }

  private Future<Void> deliver(Delivery delivery) {
    return sender
        .send(delivery, clock.instant())
        .compose(
            outcome -> {
              var now = clock.instant();
              return store.note(delivery, judged(delivery, outcome, now), now);
            });
  }

  private Attempt judged(Delivery delivery, WebhookSender.Outcome outcome, Instant now) {
    if (outcome.problem().isEmpty()) {
      return new Attempt.Delivered(outcome.status().orElseThrow());
    }
    var problem = outcome.problem().get();
    LOG.info("webhook event {} at try {}: {}", delivery.event(), delivery.tries(), problem);
    if (delivery.kind() == EventKind.TEST) {
      return new Attempt.GivenUp(outcome.status(), problem);
    }
    var chance = ThreadLocalRandom.current().nextDouble();
    var again = settings.again(delivery.tries(), now, chance);
    return again.isAfter(delivery.at().plus(settings.giveUpAfter()))
        ? new Attempt.GivenUp(outcome.status(), problem)
        : new Attempt.Failed(outcome.status(), problem, again);
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
    sender.close();
  }
}
