package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.util.Map;
import java.util.stream.Stream;

/** A text in every language. */
public record Phrase(Map<Language, Template> texts) {
  public Phrase {
    texts = Map.copyOf(texts);
  }

  /** The text of a language. */
  public Template in(Language language) {
    return texts.get(language);
  }

  /** The texts of all languages. */
  public Stream<Template> all() {
    return texts.values().stream();
  }
}
