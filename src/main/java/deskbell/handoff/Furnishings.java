package deskbell.handoff;

import deskbell.conversation.Versioned;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * What administrators furnish the desk with, in the store. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 *
 * <p>Whoever changes something may say which version they saw (0 where there was none): the change
 * fails with {@link deskbell.conversation.Conflict} where it is another by now, or where it is
 * gone. An empty one changes any.
 */
public interface Furnishings {
  /** How the desk works. */
  Future<Versioned<Policy>> policy();

  /** From now on it works so. */
  Future<Void> policy(Policy policy, Optional<Long> seen);

  /** The departments, by id. */
  Future<List<Versioned<Department>>> departments();

  /** Adds a department, or changes the one of this id. */
  Future<Void> put(Department department, Optional<Long> seen);

  /** True where there was one. Its tickets belong to everybody then. */
  Future<Boolean> removeDepartment(String id, Optional<Long> seen);

  /** The canned replies, by shortcut. */
  Future<List<Versioned<CannedReply>>> cannedReplies();

  /** Adds a canned reply, or changes the one of this shortcut. */
  Future<Void> put(CannedReply reply, Optional<Long> seen);

  /** True where there was one. */
  Future<Boolean> removeCannedReply(String shortcut, Optional<Long> seen);
}
