package deskbell.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a shopper stands in the queue.
 *
 * @param position 1 for the next one; empty where the conversation does not wait
 * @param waiting how many wait, this one among them; 0 where it does not wait
 * @param expected how long the next ones may wait: the median of recent waits; empty where nobody
 *     was taken lately
 * @param open true while an agent is at the desk, within its hours
 * @param opens when its hours begin next; empty within them
 */
public record Place(
    Optional<Integer> position,
    int waiting,
    Optional<Duration> expected,
    boolean open,
    Optional<Instant> opens) {
  /** The same, closed outside the desk's hours. */
  Place within(Hours hours, Instant now) {
    var within = hours.open(now);
    return new Place(
        position,
        waiting,
        expected,
        open && within,
        within ? Optional.empty() : Optional.of(hours.opens(now).toInstant()));
  }
}
