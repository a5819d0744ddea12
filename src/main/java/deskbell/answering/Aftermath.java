package deskbell.answering;

import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.Events;
import deskbell.shop.LooseEnds;
import deskbell.shop.Settled;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells shoppers what came of writes to the shop whose answer was lost: a note of the system, once,
 * whoever holds the conversation by then. Any thread.
 */
public final class Aftermath {
  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  private final LooseEnds looseEnds;
  private final Conversations conversations;
  private final Events events;

  /** Tells of these loose ends. */
  public Aftermath(LooseEnds looseEnds, Conversations conversations, Events events) {
    this.looseEnds = looseEnds;
    this.conversations = conversations;
    this.events = events;
  }

  /**
   * Tells of writes that were recorded longer ago than this and can be settled now. Fails where the
   * database does not answer; what was not told is told the next time.
   */
  Future<Void> tell(Duration age) {
    return looseEnds
        .settle(age)
        .compose(all -> Future.join(all.stream().map(this::tell).toList()))
        .mapEmpty();
  }

  private Future<Void> tell(Settled settled) {
    var key = settled.key();
    var text = Phrases.settled(settled.operation(), settled.result(), settled.language());
    return conversations
        .showEffects(key.conversation(), key.turn(), Set.of(key.step()), text)
        .onSuccess(
            shown ->
                shown.ifPresent(
                    note -> {
                      LOG.info("effect {}: its result is shown after all", key);
                      events.publish(new Appended(key.conversation(), List.of(note)));
                    }))
        .mapEmpty();
  }
}
