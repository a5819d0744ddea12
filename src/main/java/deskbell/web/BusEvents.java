package deskbell.web;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.Events;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events over Vert.x's event bus, one address for all conversations. With a clustered Vert.x they
 * reach every node. Any thread.
 */
public final class BusEvents implements Events {
  private static final Logger LOG = LoggerFactory.getLogger(BusEvents.class);
  private static final String ADDRESS = "deskbell.events";
  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(EventCodec.NAME);

  private final Vertx vertx;

  /** Registers the codec; once for each Vert.x. */
  public BusEvents(Vertx vertx) {
    this.vertx = vertx;
    vertx.eventBus().registerCodec(new EventCodec());
  }

  @Override
  public void publish(ConversationEvent event) {
    vertx.eventBus().publish(ADDRESS, event, OPTIONS);
  }

  @Override
  public Subscription subscribe(Consumer<ConversationEvent> consumer) {
    var membership =
        vertx
            .eventBus()
            .<ConversationEvent>consumer(ADDRESS, message -> consumer.accept(message.body()));
    return () ->
        membership.unregister().onFailure(failure -> LOG.warn("not unsubscribed", failure));
  }
}
