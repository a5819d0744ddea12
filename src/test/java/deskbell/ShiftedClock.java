package deskbell;

import deskbell.dialog.flow.Conversation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time, moved to noon of the day of written conversations, and further by hand. Any thread. */
public final class ShiftedClock extends Clock {
  private final Duration first;
  private volatile Duration shift;

  /** A clock that differs from the time by this. */
  public ShiftedClock(Duration shift) {
    this.first = shift;
    this.shift = shift;
  }

  /** A clock at noon of that day. */
  public static ShiftedClock atNoon() {
    var noon = Conversation.TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return new ShiftedClock(Duration.between(Instant.now(), noon));
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    shift = shift.plus(time);
  }

  /** Goes back to where it began. */
  public void reset() {
    shift = first;
  }

  /** What it differs by from the time. */
  public Duration shift() {
    return shift;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(shift);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
