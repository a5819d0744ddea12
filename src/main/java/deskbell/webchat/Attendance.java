package deskbell.webchat;

import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.webchat.SocketSettings.Times;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether shoppers whom a person has are there, as agents see it. This node gives signs of life; a
 * node that gives none, because it was killed or cut off, has lost its shoppers, and whichever
 * other node notices says so. A node that was silent for so long itself counts a new round, in
 * which its sockets announce themselves again. Any thread.
 */
final class Attendance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private final Vertx vertx;
  private final Sessions sessions;
  private final Events events;
  private final InstantSource clock;
  private final Duration silence;
  private final Duration longest;
  private final long timer;
  private volatile Instant signed;
  private final AtomicInteger round = new AtomicInteger();

  /** Gives signs of life from now on. */
  Attendance(Vertx vertx, Sessions sessions, Events events, InstantSource clock, Times times) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.events = events;
    this.clock = clock;
    silence = times.silence();
    longest = silence.minus(times.signEvery());
    signed = clock.instant();
    timer = vertx.setPeriodic(times.signEvery().toMillis(), _ -> sign());
    sign();
  }

  /** Grows where other nodes may have taken this one for lost. */
  int round() {
    return round.get();
  }

  /** The shopper has a page open at this node, or none any more. */
  void visiting(ConversationId conversation, boolean here) {
    sessions
        .visiting(conversation, here)
        .onSuccess(
            news -> {
              if (news) {
                tell(conversation);
              }
            })
        .onFailure(failure -> LOG.warn("conversation {}: coming or going", conversation, failure));
  }

  private void sign() {
    var begun = clock.instant();
    sessions
        .signOfLife(silence)
        .onSuccess(left -> signed(begun, left))
        .onFailure(failure -> LOG.warn("no sign of life could be given", failure));
  }

  private void signed(Instant now, List<ConversationId> left) {
    if (Duration.between(signed, now).compareTo(longest) > 0) {
      round.incrementAndGet();
    }
    signed = now;
    if (!left.isEmpty()) {
      LOG.info("{} shoppers have left together with a server that is gone", left.size());
    }
    left.forEach(this::tell);
  }

  private void tell(ConversationId conversation) {
    events.publish(new TicketChanged(conversation));
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
