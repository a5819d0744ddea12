package deskbell.handoff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the desk: gives the shoppers of agents who are gone back to the queue, and, where the
 * policy says so, gives whoever waits to somebody who is free. When an agent counts as gone stands
 * in the store, so a restart forgets nobody; a node that has just started waits as long as an agent
 * may be gone, so that their pages come back to it first. Several nodes may look at once: changes
 * of hands lock the conversation. Runs on the event loop that started it.
 */
public final class Shift {
  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final int AT_ONCE = 100;

  private final Vertx vertx;
  private final Desk desk;
  private final Crew crew;
  private final Furnishings furnishings;
  private final HandoffSettings settings;
  private final InstantSource clock;
  private Instant begun = Instant.MAX;
  private long timer = -1;
  private boolean running;

  /** A shift that has not begun. */
  public Shift(
      Vertx vertx,
      Desk desk,
      Crew crew,
      Furnishings furnishings,
      HandoffSettings settings,
      InstantSource clock) {
    this.vertx = vertx;
    this.desk = desk;
    this.crew = crew;
    this.furnishings = furnishings;
    this.settings = settings;
    this.clock = clock;
  }

  /** Looks again and again from now on. */
  public void start() {
    begun = clock.instant();
    timer = vertx.setPeriodic(settings.lookEvery().toMillis(), _ -> look());
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
    giveBack()
        .eventually(this::assign)
        .onFailure(failure -> LOG.warn("the desk could not be looked after", failure))
        .onComplete(_ -> running = false);
  }

  /** Gives back whom agents left behind; the number of shoppers who wait again. */
  Future<Integer> giveBack() {
    var now = clock.instant();
    if (Duration.between(begun, now).compareTo(settings.absence()) < 0) {
      return Future.succeededFuture(0);
    }
    return crew.abandoned(now.minus(settings.absence()), AT_ONCE)
        .compose(all -> Future.join(all.stream().map(desk::abandon).toList()))
        .map(
            moved -> {
              var back = moved.<Moved>list().stream().filter(Moved.Done.class::isInstance).count();
              if (back > 0) {
                LOG.info("{} conversations whose agent is gone wait again", back);
              }
              return Math.toIntExact(back);
            });
  }

  /** Gives whoever waits to somebody free, where the policy says so. */
  Future<Void> assign() {
    return furnishings
        .policy()
        .compose(policy -> policy.value().assigns() ? assignAll() : Future.<Void>succeededFuture());
  }

  private Future<Void> assignAll() {
    return Future.all(desk.open(), desk.colleagues())
        .map(both -> Routing.assign(both.resultAt(0), both.resultAt(1)))
        .compose(
            assigned ->
                Future.join(
                    assigned.stream()
                        .map(one -> desk.claim(one.ticket().id(), new Agent(one.agent(), false)))
                        .toList()))
        .mapEmpty();
  }
}
