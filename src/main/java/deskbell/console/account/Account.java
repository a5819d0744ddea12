package deskbell.console.account;

import java.time.Instant;

/** Somebody who may sign in. */
public record Account(AccountName name, Role role, Instant createdAt) {}
