package deskbell.webchat.mail;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * The mails that shoppers asked for, in the store. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface Mails {
  /**
   * Takes mails that are due, at most so many. Nobody else is given them for the time that their
   * tries so far make the next one wait: four times longer each time, from {@code first} on.
   */
  Future<List<DueMail>> take(int most, Duration first);

  /** This one was sent, or is given up: the address is forgotten. */
  Future<Void> done(long id);

  /** Forgets what the limits do not count any more. */
  Future<Void> sweep();
}
