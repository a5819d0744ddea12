package deskbell.handoff;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a shopper stands in the queue.
 *
 * @param position 1 for the next one; empty where the conversation does not wait
 * @param waiting how many wait, this one among them; 0 where it does not wait
 * @param expected how long the next ones may wait: the median of recent waits; empty where nobody
 *     was taken lately
 * @param open true while an agent is at the desk, within its hours
 */
public record Place(
    Optional<Integer> position, int waiting, Optional<Duration> expected, boolean open) {
  /** The same, closed outside the desk's hours. */
  Place within(boolean hours) {
    return new Place(position, waiting, expected, open && hours);
  }
}
