package deskbell.handoff;

import java.time.Instant;
import java.util.Optional;

/**
 * What the shopper thought, last time they said so.
 *
 * @param message the number of the answer that it is about; empty for the whole conversation
 * @param helpful whether it helped
 * @param score 1 to 5
 */
public record Rating(
    Optional<Long> message,
    Optional<Boolean> helpful,
    Optional<Integer> score,
    Optional<String> comment,
    Instant at) {}
