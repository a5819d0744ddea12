package deskbell.console.account;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * Limits of signing in.
 *
 * @param idle a session that was not used for so long ends
 * @param absolute a session ends after so long however much it is used
 * @param wrongPasswords as many for one name from one address lock that pair
 * @param lockFor for so long
 * @param signInsPerMinute tries from one address, whatever the name
 * @param hashing what hashing a password costs
 * @param hashThreads threads that hash
 * @param hashQueue passwords that may wait for them; one more is told to come back
 * @param hashTime a hash that took longer is given up
 */
public record AccountSettings(
    Duration idle,
    Duration absolute,
    int wrongPasswords,
    Duration lockFor,
    int signInsPerMinute,
    Argon2 hashing,
    int hashThreads,
    int hashQueue,
    Duration hashTime) {
  /** The values used where nothing else is said. */
  public static final AccountSettings DEFAULTS =
      new AccountSettings(
          Duration.ofHours(12),
          Duration.ofDays(7),
          5,
          Duration.ofMinutes(15),
          20,
          Argon2.RECOMMENDED,
          1,
          16,
          Duration.ofSeconds(20));

  public AccountSettings {
    if (idle.compareTo(absolute) > 0) {
      throw new Invalid("idle", "is " + idle + "; at most the absolute limit, " + absolute);
    }
    if (wrongPasswords < 1 || signInsPerMinute < 1 || hashThreads < 1 || hashQueue < 1) {
      throw new Invalid("limits of signing in", "must be positive");
    }
  }

  /** The same with another cost of hashing. */
  public AccountSettings withHashing(Argon2 cost) {
    return new AccountSettings(
        idle,
        absolute,
        wrongPasswords,
        lockFor,
        signInsPerMinute,
        cost,
        hashThreads,
        hashQueue,
        hashTime);
  }
}
