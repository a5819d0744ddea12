package deskbell.console.account;

import java.util.Optional;

/**
 * What a program shows to be let in: a prefix by which scanners find it in places where it should
 * not be, and 256 random bits. The database knows its hash alone. It never prints itself.
 */
public record ApiSecret(SessionToken random) {
  private static final String PREFIX = "deskbell_";

  /** A new one. */
  public static ApiSecret make() {
    return new ApiSecret(SessionToken.random());
  }

  /** The secret of this text; empty where it cannot be one. */
  public static Optional<ApiSecret> of(String text) {
    return text.startsWith(PREFIX)
        ? SessionToken.ifValid(text.substring(PREFIX.length())).map(ApiSecret::new)
        : Optional.empty();
  }

  /** What the program sends. */
  public String text() {
    return PREFIX + random.secret();
  }

  /** SHA-256 as 64 lower-case hexadecimal digits: what is stored. */
  public String hash() {
    return random.hash();
  }

  @Override
  public String toString() {
    return "********";
  }
}
