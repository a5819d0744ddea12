package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.Map;

/**
 * Everything that searching needs, of one moment. Immutable; any thread.
 *
 * @param publication the state of the database that it belongs to; -1 for none yet
 * @param synonyms the text in force of every language that has one
 */
public record Edition(long publication, Library library, Map<Language, Wording> synonyms) {
  /** Before anything was loaded. */
  public static final Edition NONE = new Edition(-1, Library.EMPTY, Map.of());

  public Edition {
    synonyms = Map.copyOf(synonyms);
  }

  /** The synonyms of a language; none where it has no text. */
  public Wording synonyms(Language language) {
    return synonyms.getOrDefault(language, new Wording(language, "", 0));
  }
}
