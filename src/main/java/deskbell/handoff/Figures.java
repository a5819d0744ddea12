package deskbell.handoff;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What happened on a day. */
public interface Figures {
  /**
   * A day's figures: by kind ({@code hour}, {@code total}, {@code wait}, {@code score}, {@code
   * helpful}, {@code outcome}, {@code reason}), then by name. Counts, but for {@code wait}:
   * seconds. Fails with {@link deskbell.conversation.Unavailable} when the database does not answer
   * in time.
   */
  Future<Map<String, Map<String, Double>>> of(LocalDate day, ZoneId zone);
}
