package deskbell.console.account;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions and the tries of signing in, kept in the database so that they hold on every node and
 * after a restart. Every method fails with {@link deskbell.conversation.Unavailable} when the
 * database does not answer in time.
 */
public interface SignInStore {
  /**
   * Counts a try of a pair of name and address before the password is looked at: however many
   * arrive at once, no more than the limit are looked at.
   *
   * @param key 64 hexadecimal digits that stand for the pair
   */
  Future<Counted> count(String key, Instant now, AccountSettings settings);

  /** Forgets the pair's tries: the password was right. */
  Future<Void> forget(String key);

  /** Takes one try back: the password could not be looked at. */
  Future<Void> takeBack(String key);

  /**
   * Stores a session of somebody who has shown the password of this hash; empty where the account
   * is gone or has another password by now.
   */
  Future<Optional<Account>> open(
      SessionToken token, AccountName name, String passwordHash, Instant now);

  /**
   * Whose session it is; empty where there is none, or it has ended by {@code settings}.
   *
   * @param used true notes a use, which keeps the session from ending as idle
   */
  Future<Optional<Account>> find(
      SessionToken token, boolean used, Instant now, AccountSettings settings);

  /** Ends a session. An unknown one is no error. */
  Future<Void> end(SessionToken token);

  /** Removes sessions that have ended and counts that are over. */
  Future<Void> sweep(Instant now, AccountSettings settings);

  /**
   * What the count says.
   *
   * @param admitted false where the pair is locked
   * @param until when the count starts anew, and a lock ends
   */
  record Counted(boolean admitted, Instant until) {}
}
