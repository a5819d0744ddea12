package deskbell.console.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * The people who may sign in, as the store keeps them. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface AccountStore {
  /** Adds an account; false where the name is taken. */
  Future<Boolean> add(Account account, String passwordHash);

  /** Adds an account where there is none at all yet; false where there is one. */
  Future<Boolean> addFirst(Account account, String passwordHash);

  /** Every account, ordered by name. */
  Future<List<Account>> list();

  /** The hash of somebody's password; empty for an unknown name and for who may not sign in. */
  Future<Optional<String>> passwordHash(AccountName name);

  /** Sets another password and ends every session; false for an unknown name. */
  Future<Boolean> changePassword(AccountName name, String passwordHash);

  /** The same for somebody whose password has this hash; false where it has not any more. */
  Future<Boolean> replacePassword(AccountName name, String hash, String newHash);

  /**
   * Gives somebody another role, or lets them sign in or not, which ends their sessions; empty
   * leaves it as it is. Never the last administrator who may sign in.
   */
  Future<Outcome> change(AccountName name, Optional<Role> role, Optional<Boolean> disabled);

  /** Removes an account with its sessions, never the last administrator who may sign in. */
  Future<Outcome> remove(AccountName name);

  /** What became of a change. */
  enum Outcome {
    DONE,
    UNKNOWN,
    LAST_ADMIN
  }
}
