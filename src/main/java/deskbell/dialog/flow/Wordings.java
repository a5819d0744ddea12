package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Ways to say one thing, in every language. The first of a language is written on the button, the
 * others are understood as the same.
 */
public record Wordings(Map<Language, List<String>> words) {
  public Wordings {
    words = Map.copyOf(words);
  }

  /** What the button says. */
  public String label(Language language) {
    return words.get(language).getFirst();
  }

  /** All wordings, of all languages: shoppers mix them. */
  public Stream<String> all() {
    return words.values().stream().flatMap(List::stream);
  }
}
