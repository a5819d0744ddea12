package deskbell.console.account;

import deskbell.console.account.AccountStore.Outcome;
import deskbell.conversation.Conflict;
import deskbell.conversation.NotFound;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The people who may sign in. Any thread. */
public final class Accounts {
  private static final AccountName FIRST = new AccountName("admin");

  private final AccountStore store;
  private final PasswordWorker passwords;
  private final InstantSource clock;

  /** People in this store. */
  public Accounts(AccountStore store, PasswordWorker passwords, InstantSource clock) {
    this.store = store;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** A name with a password in clear, to be shown once and kept nowhere. */
  public record Created(AccountName name, Password password) {}

  /**
   * Makes an administrator with a random password where there is no account at all yet; empty where
   * there is one.
   */
  public Future<Optional<Created>> createFirstAdmin() {
    return store
        .list()
        .compose(
            all ->
                all.isEmpty()
                    ? created(new Created(FIRST, Password.random()))
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Created>> created(Created first) {
    return passwords
        .hash(first.password())
        .compose(hash -> store.addFirst(account(first.name(), Role.ADMIN), hash))
        .map(added -> added ? Optional.of(first) : Optional.empty());
  }

  /** Adds somebody; fails with {@link Conflict} where the name is taken. */
  public Future<Account> add(AccountName name, Role role, Password password) {
    var account = account(name, role);
    return passwords
        .hash(password)
        .compose(hash -> store.add(account, hash))
        .map(
            added -> {
              if (!added) {
                throw new Conflict("name " + name + " is taken");
              }
              return account;
            });
  }

  /** Everybody, ordered by name. */
  public Future<List<Account>> list() {
    return store.list();
  }

  /**
   * Removes somebody and signs them out. Fails with {@link NotFound} for an unknown name, with
   * {@link Conflict} for the last administrator.
   */
  public Future<Void> remove(AccountName name) {
    return store.remove(name).map(outcome -> done(name, outcome));
  }

  /**
   * Gives somebody another role, or lets them sign in or not, which signs them out; empty leaves it
   * as it is. Fails with {@link NotFound} for an unknown name, with {@link Conflict} for the last
   * administrator who may sign in.
   */
  public Future<Void> change(AccountName name, Optional<Role> role, Optional<Boolean> disabled) {
    return store.change(name, role, disabled).map(outcome -> done(name, outcome));
  }

  private static Void done(AccountName name, Outcome outcome) {
    return switch (outcome) {
      case DONE -> null;
      case UNKNOWN -> throw unknown(name);
      case LAST_ADMIN -> throw new Conflict(name + " is the last administrator");
    };
  }

  /** Sets another password and signs them out; fails with {@link NotFound} for an unknown name. */
  public Future<Void> changePassword(AccountName name, Password password) {
    return passwords
        .hash(password)
        .compose(hash -> store.changePassword(name, hash))
        .map(
            changed -> {
              if (!changed) {
                throw unknown(name);
              }
              return null;
            });
  }

  private Account account(AccountName name, Role role) {
    return new Account(name, role, clock.instant(), false);
  }

  private static NotFound unknown(AccountName name) {
    return new NotFound("account " + name + " does not exist");
  }
}
