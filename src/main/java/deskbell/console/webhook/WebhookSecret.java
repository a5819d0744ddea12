package deskbell.console.webhook;

import deskbell.conversation.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What shows a program that a request comes from here: 256 random bits, as {@code whsec_} and
 * Base64. It never prints itself.
 */
public record WebhookSecret(String text) {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public WebhookSecret {
    if (!text.startsWith(PREFIX)) {
      throw new Invalid("secret", "does not begin with " + PREFIX);
    }
  }

  /** A new one. */
  public static WebhookSecret make() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * The signature of a request: {@code v1,} and the Base64 of HMAC-SHA256 over {@code
   * ID.SECONDS.BODY}. Standard Webhooks 1.0.
   */
  public String sign(String id, Instant at, String body) {
    var signed = id + "." + at.getEpochSecond() + "." + body;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HMAC-SHA256", missing);
    }
  }

  @Override
  public String toString() {
    return "********";
  }
}
