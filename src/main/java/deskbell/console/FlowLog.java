package deskbell.console;

import deskbell.dialog.Transition;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How many went which way through flows, a day (of UTC) at a time. Fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface FlowLog {
  /**
   * Every way that was gone since a day, with how often; up to this moment.
   *
   * @param flow the only one of which to tell; every flow where empty
   */
  Future<Map<Transition, Long>> moves(LocalDate from, Optional<String> flow);
}
