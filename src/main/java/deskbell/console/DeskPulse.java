package deskbell.console;

import deskbell.console.DeskPush.Problem;
import deskbell.web.Line;
import java.time.Duration;

/**
 * The times of one agent's socket, in seconds: when it must say hello, give a sign of life, be
 * looked up again, and hear of the queue. On the socket's event loop.
 */
final class DeskPulse {
  private final DeskSettings settings;
  private final Line line;
  private final int openedAt;
  private int now;
  private int heardAt;
  private int checkedAt;
  private int framesSince;
  private int frames;
  private int queueSentAt;
  private boolean greeted;
  private boolean pinged;
  private boolean queueDue;
  private boolean used;

  DeskPulse(DeskSettings settings, Line line, int now) {
    this.settings = settings;
    this.line = line;
    this.now = now;
    openedAt = now;
    heardAt = now;
    checkedAt = now;
    framesSince = now;
    queueSentAt = now - 1;
  }

  void greeted() {
    greeted = true;
  }

  /** The agent did something, which a page does not do by itself. */
  void used() {
    used = true;
  }

  /** Something came, of whatever kind. */
  void alive() {
    heardAt = now;
    pinged = false;
  }

  /** Counts a frame; true where there were too many, and the socket is ended. */
  boolean flooded() {
    if (now - framesSince >= settings.framesWithin().toSeconds()) {
      framesSince = now;
      frames = 0;
    }
    frames++;
    if (frames <= settings.frames()) {
      return false;
    }
    end(
        DeskError.FLOODED,
        "more than "
            + settings.frames()
            + " frames came within "
            + settings.framesWithin().toSeconds()
            + " s");
    return true;
  }

  /** Tickets have changed: the page hears of it at once, but only once a second. */
  void queueChanged() {
    queueDue = true;
    tellQueue();
  }

  /** What is due at this second. */
  void sweep(int second, boolean busy) {
    now = second;
    tellQueue();
    var silent = Duration.ofSeconds(now - heardAt);
    if (!greeted && !busy && now - openedAt >= settings.helloWithin().toSeconds()) {
      end(
          DeskError.HELLO_TIMEOUT,
          "hello did not come within " + settings.helloWithin().toSeconds() + " s");
    } else if (silent.compareTo(settings.idleAfter()) >= 0) {
      end(DeskError.IDLE, "nothing came for " + silent.toSeconds() + " s");
    } else if (!pinged && silent.compareTo(settings.pingAfter()) >= 0) {
      pinged = true;
      line.ping();
    }
  }

  /** True once in a while: the session is to be looked up again. */
  boolean recheckDue() {
    if (now - checkedAt < settings.recheckEvery().toSeconds()) {
      return false;
    }
    checkedAt = now;
    return true;
  }

  /** True where the agent did something since this was last asked. */
  boolean usedSinceLast() {
    var was = used;
    used = false;
    return was;
  }

  private void tellQueue() {
    if (queueDue && greeted && now > queueSentAt && !line.full()) {
      queueDue = false;
      queueSentAt = now;
      line.send(new DeskPush.Queue());
    }
  }

  private void end(DeskError code, String message) {
    line.end(Problem.of(code, message));
  }
}
