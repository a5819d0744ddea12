package deskbell.dialog.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A flow as it was written at one time. Conversations name the edition that they began with.
 *
 * @param flow the flow's id
 * @param text its file
 * @param shared what {@code shared.yaml} held beside it; empty where there was none
 */
public record Edition(String flow, String text, String shared) {
  private static final int DIGITS = 16;

  /** Sixteen hexadecimal digits that stand for these very words. */
  public String key() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : new String[] {flow, text, shared}) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
