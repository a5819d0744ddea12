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
 * whoever holds the conversation by then. Erases the conversations of people whose account is gone,
 * once they know it. Any thread.
 */
public final class Aftermath {
  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  private static final int PEOPLE_AT_ONCE = 20;

  private final LooseEnds looseEnds;
  private final Conversations conversations;
  private final Erasures erasures;
  private final Events events;

  /** Tells of these loose ends, and has those erased who have been told that they will be. */
  public Aftermath(
      LooseEnds looseEnds, Conversations conversations, Erasures erasures, Events events) {
    this.looseEnds = looseEnds;
    this.conversations = conversations;
    this.erasures = erasures;
    this.events = events;
  }

  /**
   * Tells of writes that were recorded longer ago than this and can be settled now, then erases
   * what people have asked for. Fails where the database does not answer; what was not done is done
   * the next time.
   */
  Future<Void> tell(Duration age) {
    return looseEnds
        .settle(age)
        .compose(all -> Future.join(all.stream().map(this::tell).toList()))
        .compose(_ -> erasures.settle(PEOPLE_AT_ONCE))
        .onSuccess(all -> all.forEach(events::publish))
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
