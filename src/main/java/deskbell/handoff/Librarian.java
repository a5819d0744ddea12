package deskbell.handoff;

import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was said into the archive, a little behind the conversations, so that no turn waits
 * for it. Several nodes take turns. Runs on the event loop that started it.
 */
public final class Librarian {
  private static final Logger LOG = LoggerFactory.getLogger(Librarian.class);

  /** Milliseconds between two looks; also what a message may take until it is found. */
  private static final long EVERY = 3_000;

  /** Messages at once: a fraction of a second. */
  private static final int AT_ONCE = 2_000;

  private final Vertx vertx;
  private final Archive archive;
  private long timer = -1;
  private boolean running;

  /** One who has not begun. */
  public Librarian(Vertx vertx, Archive archive) {
    this.vertx = vertx;
    this.archive = archive;
  }

  /** Looks again and again from now on. */
  public void start() {
    timer = vertx.setPeriodic(EVERY, _ -> look());
  }

  /** Looks no more. */
  public void stop() {
    vertx.cancelTimer(timer);
  }

  private void look() {
    if (running) {
      return;
    }
    running = true;
    archive
        .takeIn(AT_ONCE)
        .onFailure(failure -> LOG.warn("messages could not be taken into the archive", failure))
        .onComplete(_ -> running = false);
  }
}
