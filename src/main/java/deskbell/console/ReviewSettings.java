package deskbell.console;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * The limits of what editors look back on.
 *
 * @param misses newest unanswered or badly rated questions that are grouped
 * @param days how far they may lie back at most
 * @param questions newest logged questions that a change is tried on
 * @param slice how many of them one request tries
 * @param remembered questions whose meaning is kept rather than found again
 * @param queue requests that may wait for the worker
 * @param limit time one request may take
 */
public record ReviewSettings(
    int misses, int days, int questions, int slice, int remembered, int queue, Duration limit) {
  /** 500 of at most 365 days; 1,000 by 100; 4 requests of 12 s each. */
  public static final ReviewSettings DEFAULTS =
      new ReviewSettings(500, 365, 1_000, 100, 5_000, 4, Duration.ofSeconds(12));

  public ReviewSettings {
    if (misses < 1 || days < 1 || questions < 1 || slice < 1 || remembered < 0 || queue < 1) {
      throw new Invalid("limits of review", "must be positive");
    }
    if (!limit.isPositive()) {
      throw new Invalid("limit of review", "is " + limit + "; must be positive");
    }
  }
}
