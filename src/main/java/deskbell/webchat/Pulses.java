package deskbell.webchat;

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
    var asked = waiting.stream().limit(MOST).toList();
    asked.forEach(waiting::remove);
    if (!waiting.isEmpty()) {
      ask(waiting.iterator().next());
    }
    sessions
        .pulse(asked.stream().map(Presence::conversation).collect(Collectors.toSet()))
        .onSuccess(
            found -> asked.forEach(presence -> tell(presence, found.get(presence.conversation()))))
        .onFailure(failure -> fail(asked, failure));
  }

  private static void tell(Presence presence, Pulse pulse) {
    if (pulse == null) {
      presence.noPulse(Problem.of(ErrorCode.CONVERSATION_CLOSED, "the conversation is gone"));
    } else {
      presence.pulse(pulse);
    }
  }

  private void fail(List<Presence> asked, Throwable failure) {
    var error =
        Problem.of(ErrorCode.of(failure), "the newest number is not known").retry(retryAfter);
    asked.forEach(presence -> presence.noPulse(error));
  }
}
