package deskbell.console;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * The limits of the console.
 *
 * @param bodyBytes of a request
 * @param helloWithin how long a new socket may be silent
 * @param pingAfter how long a socket is silent before it is asked for a sign of life
 * @param idleAfter how long it is silent before it is closed
 * @param recheckEvery how often a socket's session is looked up again and its agent noted as
 *     present
 * @param frames that a socket may send within {@code framesWithin}
 * @param watches conversations that a socket may watch at once
 * @param socketsPerAccount open at once
 * @param page messages that are read from the store at once
 * @param writeQueueBytes not yet sent to a socket, above which it is not written to
 * @param stopWait how long a stopping server waits for replies that are being stored
 */
public record DeskSettings(
    int bodyBytes,
    Duration helloWithin,
    Duration pingAfter,
    Duration idleAfter,
    Duration recheckEvery,
    int frames,
    Duration framesWithin,
    int watches,
    int socketsPerAccount,
    int page,
    int writeQueueBytes,
    Duration stopWait) {
  /** Fit for one shop. */
  public static final DeskSettings DEFAULTS =
      new DeskSettings(
          1024 * 1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          200,
          Duration.ofSeconds(10),
          50,
          20,
          100,
          256 * 1024,
          Duration.ofSeconds(5));

  public DeskSettings {
    if (idleAfter.compareTo(pingAfter) <= 0) {
      throw new Invalid("idle after", "is " + idleAfter + "; must be longer than " + pingAfter);
    }
    if (bodyBytes < 1 || frames < 1 || watches < 1 || socketsPerAccount < 1 || page < 1) {
      throw new Invalid("limits of the console", "must be positive");
    }
  }
}
