package deskbell.console.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A program of the shop that may use the REST interface.
 *
 * @param name under which it acts; shoppers see it where the program answers them
 * @param createdBy the administrator's name
 * @param usedAt when it was used last, to the minute
 */
public record ApiToken(
    long id,
    AccountName name,
    Role role,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> usedAt) {
  /** Whoever acts with it. */
  public Account account() {
    return new Account(name, role, createdAt, false);
  }
}
