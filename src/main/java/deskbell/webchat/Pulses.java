package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Pulse;
import deskbell.webchat.ServerFrame.Problem;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the store how conversations stand, for many sockets at once: ten thousand widgets that ping
 * every half minute are a few queries a second. One an event loop.
 */
final class Pulses {
  private static final Duration GATHER = Duration.ofMillis(20);
  private static final int MOST = 500;

  private final Vertx vertx;
  private final Sessions sessions;
  private final Duration retryAfter;
  private final Set<Presence> waiting = new LinkedHashSet<>();
  private boolean armed;

  Pulses(Vertx vertx, Sessions sessions, Duration retryAfter) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.retryAfter = retryAfter;
  }

  /** Has the presence told soon. Asking twice before that is answered once. */
  void ask(Presence presence) {
    waiting.add(presence);
    if (!armed) {
      armed = true;
      vertx.setTimer(GATHER.toMillis(), now -> flush());
    }
  }

  private void flush() {
    armed = false;
    var asked = waiting.stream().limit(MOST).map(Look::begin).toList();
    asked.forEach(look -> waiting.remove(look.presence()));
    if (!waiting.isEmpty()) {
      ask(waiting.iterator().next());
    }
    sessions
        .pulse(asked.stream().map(Look::conversation).collect(Collectors.toSet()))
        .onSuccess(found -> asked.forEach(look -> look.tell(found.get(look.conversation()))))
        .onFailure(failure -> fail(asked, failure));
  }

  private void fail(List<Look> asked, Throwable failure) {
    var error =
        Problem.of(ErrorCode.of(failure), "the newest number is not known").retry(retryAfter);
    asked.forEach(look -> look.presence().noPulse(error, look.pong()));
  }

  /**
   * One look for one socket.
   *
   * @param pong true where it answers a ping; a look that began before the ping does not
   */
  private record Look(Presence presence, boolean pong) {
    static Look begin(Presence presence) {
      return new Look(presence, presence.takePong());
    }

    ConversationId conversation() {
      return presence.conversation();
    }

    void tell(Pulse pulse) {
      if (pulse == null) {
        presence.noPulse(
            Problem.of(ErrorCode.CONVERSATION_CLOSED, "the conversation is gone"), pong);
      } else {
        presence.pulse(pulse, pong);
      }
    }
  }
}
