package deskbell.console.account;

import deskbell.conversation.Invalid;
import java.security.SecureRandom;
import java.text.Normalizer;

/** A password in clear, only ever in memory; it never prints itself. */
public record Password(String clear) {
  /** Characters a new password must have at least. NIST SP 800-63B. */
  public static final int MIN_CHARACTERS = 12;

  /** Characters a password may have at most, so that hashing it stays cheap. */
  public static final int MAX_CHARACTERS = 200;

  /** 20 of 55 characters: 115 bits. */
  private static final int RANDOM_CHARACTERS = 20;

  /** Letters and digits that cannot be taken for one another when read from a screen. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz2345679";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The same whichever way a keyboard composes its characters. */
  public Password {
    clear = Normalizer.normalize(clear, Normalizer.Form.NFKC);
    if (clear.length() > MAX_CHARACTERS) {
      throw new Invalid(
          "password", "has " + clear.length() + " characters; at most " + MAX_CHARACTERS);
    }
  }

  /** A password that somebody chooses now; a short one is {@link Invalid}. */
  public static Password chosen(String clear) {
    var password = new Password(clear);
    if (password.clear.codePointCount(0, password.clear.length()) < MIN_CHARACTERS) {
      throw new Invalid("password", "is too short; at least " + MIN_CHARACTERS + " characters");
    }
    return password;
  }

  /** A new random one, easy to copy. */
  public static Password random() {
    var characters = new StringBuilder();
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      characters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new Password(characters.toString());
  }

  @Override
  public String toString() {
    return "********";
  }
}
