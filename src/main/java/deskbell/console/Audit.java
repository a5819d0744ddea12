package deskbell.console;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who changed what of people, programs and the desk's set-up, in the store. */
public interface Audit {
  /** Who changes something on the command line. */
  String OPERATOR = "";

  /**
   * A change.
   *
   * @param account who made it; {@link #OPERATOR} on the command line
   * @param action method and path pattern of the request
   * @param subject whom or what it was about; empty for none
   * @param details what it was changed to, by name; empty where that is not noted
   */
  record Entry(
      long id, Instant at, String account, String action, String subject, JsonObject details) {}

  /**
   * Which changes are looked for.
   *
   * @param paths those of requests of which one begins a change's; none for all
   * @param words part of the name of who made it, or of what it was about
   */
  record Filter(List<String> paths, Optional<String> words) {
    /** Every change. */
    public static final Filter ALL = new Filter(List.of(), Optional.empty());

    public Filter {
      paths = List.copyOf(paths);
    }
  }

  /** Notes a change that was made. */
  Future<Void> note(String account, String action, String subject, JsonObject details);

  /** The newest changes with an id below this one, newest first, {@code limit} at most. */
  Future<List<Entry>> before(long id, Filter filter, int limit);
}
