package deskbell.console.account;

import deskbell.conversation.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in the cookie of somebody who is signed in: 256 random bits in URL-safe Base64. The
 * database knows its hash alone. It never prints itself.
 */
public record SessionToken(String secret) {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[\\w-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public SessionToken {
    if (!FORM.matcher(secret).matches()) {
      throw new Invalid("session", "is not a session");
    }
  }

  /** The token of this text; empty where it cannot be one. */
  public static Optional<SessionToken> ifValid(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
  }

  /** A new one. */
  public static SessionToken random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionToken(base64(bytes));
  }

  /** Its SHA-256 as 64 lower-case hexadecimal digits: what is stored. */
  public String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ascii(secret)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /**
   * What a page of this session sends with every change, to show that it can read our answers and
   * does not merely ride on the cookie. Derived from the secret, so that it ends with it.
   */
  public String csrf() {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ascii(secret), "HmacSHA256"));
      return base64(mac.doFinal(ascii("deskbell csrf")));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HMAC-SHA256", missing);
    }
  }

  /** True where a value from outside is this session's, in a time that does not tell how close. */
  public boolean csrfIs(String given) {
    return MessageDigest.isEqual(ascii(csrf()), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "********";
  }
}
