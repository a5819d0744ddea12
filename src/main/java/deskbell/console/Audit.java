package deskbell.console;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Who changed what of people, programs and the desk's set-up, in the store. */
public interface Audit {
  /**
   * A change.
   *
   * @param action method and path pattern of the request
   * @param subject whom or what it was about; empty for none
   */
  record Entry(long id, Instant at, String account, String action, String subject) {}

  /** Notes a change that was made. */
  Future<Void> note(String account, String action, String subject);

  /** The newest changes with an id below this one, newest first, {@code limit} at most. */
  Future<List<Entry>> before(long id, int limit);
}
