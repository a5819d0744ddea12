package deskbell.console.account;

import deskbell.conversation.Invalid;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of somebody who signs in; shoppers see an agent's. Names that differ in case or width
 * alone are one name.
 */
public record AccountName(String value) {
  /** Characters a name may have at most. */
  public static final int MAX_CHARACTERS = 64;

  private static final Pattern ALLOWED =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} .@'’·-]*[\\p{L}\\p{M}\\p{N}.])?");

  public AccountName {
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
    if (value.length() > MAX_CHARACTERS || !ALLOWED.matcher(value).matches()) {
      throw new Invalid(
          "name",
          "must have 1 to "
              + MAX_CHARACTERS
              + " letters, digits, spaces, dots, hyphens, apostrophes or @, a letter or digit"
              + " first");
    }
  }

  /** The name of this spelling; empty where no account can have it. */
  static Optional<AccountName> ifValid(String text) {
    try {
      return Optional.of(new AccountName(text));
    } catch (Invalid impossibleName) {
      return Optional.empty();
    }
  }

  /** What two spellings of one name have in common. */
  public String key() {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
