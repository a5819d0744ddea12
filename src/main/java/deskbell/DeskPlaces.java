package deskbell;

import deskbell.conversation.ConversationId;
import deskbell.handoff.Place;
import deskbell.webchat.Desk;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the shopper is told of the queue, from the desk's own figures. Any thread. */
final class DeskPlaces implements Desk {
  private final deskbell.handoff.Desk desk;

  DeskPlaces(deskbell.handoff.Desk desk) {
    this.desk = desk;
  }

  @Override
  public Future<Map<ConversationId, Standing>> standings(Set<ConversationId> conversations) {
    return desk.places(conversations)
        .map(
            places ->
                places.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, at -> standing(at.getValue()))));
  }

  private static Standing standing(Place place) {
    return new Standing(
        place.open(),
        place.position(),
        place.expected().map(Duration::toSeconds).map(Math::toIntExact),
        place.opens());
  }
}
