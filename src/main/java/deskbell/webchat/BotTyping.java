package deskbell.webchat;

import deskbell.conversation.ConversationEvent.Typing;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Sender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Tells everybody in a conversation that the bot is at it, from a moment after a turn was accepted
 * until its answer is stored or dropped.
 *
 * <p>Most answers are there within {@link #AFTER}; dots that come and go within it would only
 * flicker, so nothing is said and a turn costs one timer that is cancelled. A server under load
 * answers later than that, and two more frames a turn would make it later still: a node announces
 * at most {@link #MOST_A_SECOND} turns, and whoever is beyond that waits without dots. Any event
 * loop.
 */
final class BotTyping {
  /** Time an answer has before it is announced. */
  static final Duration AFTER = Duration.ofMillis(150);

  /** Turns that are announced within a second. */
  static final int MOST_A_SECOND = 100;

  private static final String NODE = "node";

  private final Vertx vertx;
  private final Events events;
  private final InstantSource clock;
  private final Duration after;
  private final RateLimit announced;

  BotTyping(Vertx vertx, Events events, InstantSource clock) {
    this(vertx, events, clock, AFTER, MOST_A_SECOND);
  }

  BotTyping(Vertx vertx, Events events, InstantSource clock, Duration after, int mostASecond) {
    this.vertx = vertx;
    this.events = events;
    this.clock = clock;
    this.after = after;
    announced = new RateLimit(mostASecond, Duration.ofSeconds(1));
  }

  /** Announces the answer to a turn until it is there. */
  void until(Future<Void> answered, ConversationId conversation) {
    if (answered.isComplete()) {
      return;
    }
    var wait = new Wait(conversation);
    var timer = vertx.setTimer(after.toMillis(), now -> wait.announce());
    answered.onComplete(
        done -> {
          vertx.cancelTimer(timer);
          wait.over();
        });
  }

  /** A turn that waits for its answer; told on by its timer, off by whoever answered. */
  private final class Wait {
    private final ConversationId conversation;
    private boolean over;
    private boolean told;

    Wait(ConversationId conversation) {
      this.conversation = conversation;
    }

    synchronized void announce() {
      if (!over && announced.take(NODE, clock.millis()).isZero()) {
        told = true;
        events.publish(new Typing(conversation, Sender.BOT, true));
      }
    }

    synchronized void over() {
      over = true;
      if (told) {
        events.publish(new Typing(conversation, Sender.BOT, false));
      }
    }
  }
}
