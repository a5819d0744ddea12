package deskbell.webchat;

import deskbell.conversation.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Proves that a conversation is the shopper's: 160 random bits. Never stored, never printed. */
public record ResumeToken(String value) {
  /** Characters of a token at most; those made here have 27. */
  static final int MAX = 64;

  private static final int BYTES = 20;

  public ResumeToken {
    if (!value.matches("[A-Za-z0-9_-]{16," + MAX + "}")) {
      throw new Invalid("resume", "is no token; 16 to " + MAX + " characters of base64url");
    }
  }

  /** A new one. */
  static ResumeToken random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ResumeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is stored of it. */
  TokenHash hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(value.getBytes(StandardCharsets.US_ASCII));
      return new TokenHash(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
