package deskbell.store.embedded;

import deskbell.conversation.Invalid;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the embedded database lives and how long it may take.
 *
 * @param directory holds data, passwords and logs; kept between starts
 * @param binaries PostgreSQL's programs are unpacked here once
 * @param startLimit until PostgreSQL answers, recovery after a crash included
 * @param stopLimit until PostgreSQL has stopped in order
 */
public record EmbeddedSettings(
    Path directory, Path binaries, Duration startLimit, Duration stopLimit) {
  /** Recovery replays at most some hundred megabytes. */
  public static final Duration START_LIMIT = Duration.ofSeconds(90);

  /** The last checkpoint may have much to write. */
  public static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  public EmbeddedSettings {
    directory = directory.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
    atLeastASecond("startLimit", startLimit);
    atLeastASecond("stopLimit", stopLimit);
  }

  /** The defaults for a data directory. */
  public static EmbeddedSettings in(Path directory) {
    return new EmbeddedSettings(directory, directory.resolve("binaries"), START_LIMIT, STOP_LIMIT);
  }

  private static void atLeastASecond(String name, Duration limit) {
    if (limit.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new Invalid(name, "is " + limit + "; at least 1 s");
    }
  }
}
