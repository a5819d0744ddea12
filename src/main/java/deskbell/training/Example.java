package deskbell.training;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.text.Normalizer;
import java.util.Locale;

/** A text of a known language and intent. */
public record Example(String text, Language language, String intent) {
  public Example {
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
    if (intent.isBlank()) {
      throw new Invalid("intent", "is blank");
    }
  }

  /** The text without case, punctuation and spaces: what makes two examples the same. */
  String fingerprint() {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{P}\\p{S}\\s]+", "");
  }
}
