package deskbell.console.setup;

import deskbell.conversation.Conflict;
import deskbell.handoff.Hours;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is set on this node now. A change counts here before its answer; its number is told over the
 * event bus, and asked for at each look, since a message may be lost. While the database does not
 * answer, the last that was read goes on. Any thread.
 */
public final class SetupInUse implements AutoCloseable {
  /** How often it is looked whether another node has set something. */
  public static final Duration EVERY = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(SetupInUse.class);
  private static final String CHANGED = "deskbell.setup.changed";

  private final Vertx vertx;
  private final SetupStore store;
  private final Hours usualHours;
  private final List<String> usualOrigins;
  private final AtomicReference<Setup> now;
  private final MessageConsumer<Long> told;
  private final long timer;
  private volatile boolean looking;
  private volatile boolean behind;

  private SetupInUse(
      Vertx vertx, SetupStore store, Hours usualHours, List<String> usualOrigins, Setup first) {
    this.vertx = vertx;
    this.store = store;
    this.usualHours = usualHours;
    this.usualOrigins = List.copyOf(usualOrigins);
    now = new AtomicReference<>(first);
    told = vertx.eventBus().consumer(CHANGED, number -> told(number.body()));
    timer = vertx.setPeriodic(EVERY.toMillis(), _ -> look());
  }

  /**
   * Reads what is set and follows it from then on; fails where the store does.
   *
   * @param usualHours where no administrator has set any
   * @param usualOrigins where no administrator has set any
   */
  public static Future<SetupInUse> open(
      Vertx vertx, SetupStore store, Hours usualHours, List<String> usualOrigins) {
    return store.read().map(first -> new SetupInUse(vertx, store, usualHours, usualOrigins, first));
  }

  /** When people answer. */
  public Hours hours() {
    return now.get().hours().orElse(usualHours);
  }

  /** Pages that may open the chat besides the server's own. */
  public List<String> origins() {
    return now.get().origins().orElse(usualOrigins);
  }

  /** What an administrator has set of it. */
  public Setup set() {
    return now.get();
  }

  /**
   * Sets the hours for every node; empty gives them back to the command line.
   *
   * @param seen the version that is changed: fails with {@link Conflict} where it is another by
   *     now, which is in use here then; empty changes any
   */
  public Future<Void> hours(Optional<Hours> hours, Optional<Long> seen) {
    return changed(store.hours(hours, seen));
  }

  /** Sets the pages that may open the chat, as {@link #hours(Optional, Optional)}. */
  public Future<Void> origins(Optional<List<String>> origins, Optional<Long> seen) {
    return changed(store.origins(origins, seen));
  }

  private Future<Void> changed(Future<Setup> change) {
    return change.onSuccess(this::tell).<Void>mapEmpty().recover(this::caughtUp);
  }

  private Future<Void> caughtUp(Throwable failure) {
    return failure instanceof Conflict
        ? store.read().onSuccess(this::use).compose(read -> Future.failedFuture(failure))
        : Future.failedFuture(failure);
  }

  private void tell(Setup changed) {
    use(changed);
    vertx.eventBus().publish(CHANGED, changed.number());
  }

  /** The newest stays, in whatever order answers come. */
  private void use(Setup read) {
    now.accumulateAndGet(read, (one, other) -> other.number() > one.number() ? other : one);
  }

  private void told(long number) {
    if (number > now.get().number()) {
      look();
    }
  }

  private void look() {
    if (looking) {
      return;
    }
    looking = true;
    store
        .read()
        .onSuccess(
            read -> {
              use(read);
              behind = false;
            })
        .onFailure(this::fallBehind)
        .onComplete(_ -> looking = false);
  }

  /** Says so once, not at every look. */
  private void fallBehind(Throwable failure) {
    if (!behind) {
      LOG.warn("what is set up stays at number {}", now.get().number(), failure);
    }
    behind = true;
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
    told.unregister().onFailure(failure -> LOG.warn("not unsubscribed", failure));
  }
}
