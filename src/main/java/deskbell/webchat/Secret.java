package deskbell.webchat;

import deskbell.conversation.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that signs with HMAC-SHA256. Never printed. */
public record Secret(String value) {
  private static final String ALGORITHM = "HmacSHA256";

  public Secret {
    if (value.isEmpty()) {
      throw new Invalid("secret", "is empty");
    }
  }

  /** The signature of a text, 64 lower-case hexadecimal digits. RFC 2104. */
  public String sign(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
