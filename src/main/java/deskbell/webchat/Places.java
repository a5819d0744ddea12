package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.webchat.Desk.Standing;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells shoppers where they stand: for all of an event loop who are to hear of it with one look at
 * the store, and never two looks at once. Who waits for a person hears of it within a second or two
 * after the queue has moved, on whichever node, and otherwise now and then; so a queue costs a look
 * a second at most, however long it is and however fast it moves. One an event loop, and on it.
 */
final class Places {
  private static final Logger LOG = LoggerFactory.getLogger(Places.class);
  private static final Duration GATHER = Duration.ofMillis(20);

  private final Vertx vertx;
  private final Chat chat;
  private final Set<Presence> waiting = new HashSet<>();
  private final Set<Presence> asked = new LinkedHashSet<>();
  private boolean armed;
  private boolean looking;
  private long moves;
  private int lookedAt;

  Places(Vertx vertx, Chat chat) {
    this.vertx = vertx;
    this.chat = chat;
  }

  /** The shopper waits for a person from now on, or does not any more. */
  void waits(Presence presence, boolean now) {
    if (now) {
      waiting.add(presence);
    } else {
      waiting.remove(presence);
    }
  }

  /** Has the presence told soon. Asking twice before that is answered once. */
  void ask(Presence presence) {
    asked.add(presence);
    arm();
  }

  /** The socket is gone. */
  void gone(Presence presence) {
    waiting.remove(presence);
    asked.remove(presence);
  }

  /** What is due, seen once a second. */
  void sweep(int now) {
    var moved = chat.queueMoves().count();
    if (moved != moves || now - lookedAt >= chat.settings().times().standingEvery().toSeconds()) {
      moves = moved;
      lookedAt = now;
      asked.addAll(waiting);
    }
    arm();
  }

  private void arm() {
    if (!armed && !looking && !asked.isEmpty()) {
      armed = true;
      vertx.setTimer(GATHER.toMillis(), _ -> look());
    }
  }

  private void look() {
    armed = false;
    if (asked.isEmpty()) {
      return;
    }
    looking = true;
    var all = List.copyOf(asked);
    asked.clear();
    chat.desk()
        .standings(all.stream().map(Presence::conversation).collect(Collectors.toSet()))
        .onComplete(_ -> looking = false)
        .onSuccess(found -> tell(all, found))
        .onFailure(failure -> again(all, failure));
  }

  private void tell(List<Presence> all, Map<ConversationId, Standing> found) {
    for (var presence : all) {
      var standing = found.get(presence.conversation());
      if (standing != null) {
        presence.stands(standing);
      }
    }
    arm();
  }

  /** The next sweep looks again: at once would be no better. */
  private void again(List<Presence> all, Throwable failure) {
    LOG.warn("{} shoppers could not be told their place", all.size(), failure);
    all.stream().filter(Presence::here).forEach(asked::add);
  }
}
