package deskbell.console.account;

import java.time.Instant;

/**
 * Somebody with a name at the desk.
 *
 * @param disabled true where they may not sign in for now
 */
public record Account(AccountName name, Role role, Instant createdAt, boolean disabled) {}
