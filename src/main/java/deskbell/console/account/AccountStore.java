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

  /** The hash of somebody's password; empty for an unknown name. */
  Future<Optional<String>> passwordHash(AccountName name);

  /** Sets another password and ends every session; false for an unknown name. */
  Future<Boolean> changePassword(AccountName name, String passwordHash);

  /** Removes an account with its sessions, never the last administrator. */
  Future<Removal> remove(AccountName name);

  /** What became of a removal. */
  enum Removal {
    REMOVED,
    UNKNOWN,
    LAST_ADMIN
  }
}
