package deskbell.knowledge.review;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/**
 * How often articles are used, counted a day (of UTC). Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface UseLog {
  /** Days that are looked back for when an article answered last. */
  int LONGEST = 365;

  /**
   * Each article that was used within {@link #LONGEST} days, with its figures from a day on.
   *
   * @param today the last day
   */
  Future<List<Used>> used(LocalDate from, LocalDate today);

  /** The first day that is counted. */
  Future<LocalDate> since();

  /**
   * Counts what has happened, here and in flows, since the last time, so many days at most; brings
   * how many days are still to be counted. Today is counted anew each time, so that it takes longer
   * the more has happened today.
   */
  Future<Integer> count(int days);
}
