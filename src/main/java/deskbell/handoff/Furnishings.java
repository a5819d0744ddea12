package deskbell.handoff;

import io.vertx.core.Future;
import java.util.List;

/**
 * What administrators furnish the desk with, in the store. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface Furnishings {
  /** How the desk works. */
  Future<Policy> policy();

  /** From now on it works so. */
  Future<Void> policy(Policy policy);

  /** The departments, by id. */
  Future<List<Department>> departments();

  /** Adds a department, or changes the one of this id. */
  Future<Void> put(Department department);

  /** True where there was one. Its tickets belong to everybody then. */
  Future<Boolean> removeDepartment(String id);

  /** The canned replies, by shortcut. */
  Future<List<CannedReply>> cannedReplies();

  /** Adds a canned reply, or changes the one of this shortcut. */
  Future<Void> put(CannedReply reply);

  /** True where there was one. */
  Future<Boolean> removeCannedReply(String shortcut);
}
