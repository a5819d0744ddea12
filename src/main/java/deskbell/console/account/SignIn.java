package deskbell.console.account;

import java.time.Duration;

/** What became of a try to sign in. */
public sealed interface SignIn {
  /** A new session. */
  record Opened(SessionToken token, Account account) implements SignIn {}

  /** Name or password is wrong; nobody is told which. */
  record Wrong() implements SignIn {}

  /** Too many wrong passwords: right ones are refused too for so long. */
  record Locked(Duration retryAfter) implements SignIn {}
}
