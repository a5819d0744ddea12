package deskbell.rehearsal;

import deskbell.dialog.flow.Conversation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that is turned by hand; it stands at noon of the day of conversations that name none.
 * Belongs to one thread.
 */
public final class StageClock extends Clock {
  private Instant now = noon(Conversation.TODAY);

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  /** Puts it to noon of a day. */
  public void set(LocalDate day) {
    now = noon(day);
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
