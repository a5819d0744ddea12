package deskbell;

import deskbell.answering.TurnObserver;
import deskbell.web.Metrics;
import java.time.Duration;

/** Counts answered turns. Any thread. */
record TurnMetrics(Metrics metrics) implements TurnObserver {
  @Override
  public void answered(long nanoseconds) {
    metrics.turn(Duration.ofNanos(nanoseconds));
  }

  @Override
  public void fenced() {
    metrics.message("fenced");
  }
}
