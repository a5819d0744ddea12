package deskbell.webchat;

import deskbell.conversation.Invalid;
import java.util.HexFormat;

/**
 * SHA-256 of a resume token, as 64 lower-case hexadecimal digits: what is stored instead of the
 * token.
 */
public record TokenHash(String hex) {
  private static final int DIGITS = 64;

  public TokenHash {
    if (hex.length() != DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new Invalid("token hash", "must be " + DIGITS + " hexadecimal digits");
    }
  }
}
