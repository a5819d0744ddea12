package deskbell.webchat;

import deskbell.conversation.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a widget says its shopper is.
 *
 * @param expires seconds since 1970; empty where the claim is not signed
 * @param signature HMAC-SHA256 over {@code user.expires} in hexadecimal digits, of either case
 */
public record Claim(Identity identity, Optional<Long> expires, Optional<String> signature) {
  /** Characters a signature may have at most. */
  static final int MAX_SIGNATURE = 128;

  /** What checking a claim brings. */
  sealed interface Verdict {
    /** The shop vouches for the shopper, or there is nothing to vouch for. */
    record Is(Optional<Identity> identity) implements Verdict {}

    /** The claim does not hold. */
    record Rejected(ErrorCode code) implements Verdict {}
  }

  /** The verdict on a hello that claims nothing. */
  static final Verdict ANONYMOUS = new Verdict.Is(Optional.empty());

  /**
   * Checks the claim. A bad or expired signature is rejected even where none is needed: taking its
   * shopper for a stranger would revoke the token of the conversation.
   */
  Verdict check(SocketSettings settings, Instant now) {
    if (expires.isEmpty() || signature.isEmpty()) {
      return settings.identityEnforced()
          ? new Verdict.Rejected(ErrorCode.IDENTITY_REQUIRED)
          : ANONYMOUS;
    }
    return settings
        .identitySecret()
        .map(secret -> signed(secret, expires.get(), signature.get(), now))
        .orElse(ANONYMOUS);
  }

  private Verdict signed(Secret secret, long until, String given, Instant now) {
    var right = bytes(secret.sign(identity.user() + "." + until));
    if (!MessageDigest.isEqual(right, bytes(given.toLowerCase(Locale.ROOT)))) {
      return new Verdict.Rejected(ErrorCode.IDENTITY_INVALID);
    }
    if (now.getEpochSecond() >= until) {
      return new Verdict.Rejected(ErrorCode.IDENTITY_EXPIRED);
    }
    return new Verdict.Is(Optional.of(identity));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
