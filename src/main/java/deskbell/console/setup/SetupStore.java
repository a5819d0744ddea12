package deskbell.console.setup;

import deskbell.handoff.Hours;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * What administrators have set, in the store. Every method answers with how it stands then, and
 * fails with {@link deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface SetupStore {
  /** What is set now. */
  Future<Setup> read();

  /**
   * Sets the hours; empty gives them back to the command line.
   *
   * @param seen the version that is changed: fails with {@link deskbell.conversation.Conflict}
   *     where it is another by now; empty changes any
   */
  Future<Setup> hours(Optional<Hours> hours, Optional<Long> seen);

  /**
   * Sets the pages that may open the chat, as {@link #hours}; empty gives them back to the command
   * line.
   */
  Future<Setup> origins(Optional<List<String>> origins, Optional<Long> seen);
}
