package deskbell;

import deskbell.conversation.ConversationId;
import deskbell.handoff.Place;
import deskbell.webchat.Desk;
import io.vertx.core.Future;
import java.time.Duration;

/** What the shopper is told of the queue, from the desk's own figures. Any thread. */
final class DeskPlaces implements Desk {
  private final deskbell.handoff.Desk desk;

  DeskPlaces(deskbell.handoff.Desk desk) {
    this.desk = desk;
  }

  @Override
  public Future<Standing> standing(ConversationId conversation) {
    return desk.place(conversation).map(DeskPlaces::standing);
  }

  private static Standing standing(Place place) {
    return new Standing(
        place.open(),
        place.position(),
        place.expected().map(Duration::toSeconds).map(Math::toIntExact),
        place.opens());
  }
}
