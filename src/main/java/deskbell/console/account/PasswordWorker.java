package deskbell.console.account;

import deskbell.answering.BoundedWorker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Hashes and checks passwords on a small bounded worker: so many take most of a processor, and no
 * flood of sign-ins may take more. Any thread.
 */
public final class PasswordWorker implements AutoCloseable {
  private final BoundedWorker worker;
  private final Argon2 cost;
  private final String decoy;

  /** A worker as the settings say. */
  public PasswordWorker(Vertx vertx, AccountSettings settings) {
    this.worker =
        new BoundedWorker(
            vertx,
            "deskbell-passwords",
            settings.hashThreads(),
            settings.hashQueue(),
            settings.hashTime());
    this.cost = settings.hashing();
    this.decoy = cost.decoy();
  }

  /** A hash of the password, to be stored. */
  Future<String> hash(Password password) {
    return worker.call(() -> cost.hash(password.clear()));
  }

  /** True where the hash was made from this password. */
  Future<Boolean> verify(Password password, String hash) {
    return worker.call(() -> Argon2.verify(password.clear(), hash));
  }

  /** As false, and as slow, as a wrong password: for names that do not exist. */
  Future<Boolean> refuse(Password password) {
    return verify(password, decoy).map(false);
  }

  @Override
  public void close() {
    worker.close();
  }
}
