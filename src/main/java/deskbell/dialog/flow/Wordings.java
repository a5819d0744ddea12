package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Ways to say one thing, in every language. The first of a language is written on the button, the
 * others are understood as the same.
 *
 * @param heard all of them, of all languages, since shoppers mix them; ready to be compared
 */
public record Wordings(Map<Language, List<String>> words, List<Wording> heard) {
  public Wordings {
    words = Map.copyOf(words);
    heard = List.copyOf(heard);
  }

  /** These words, made ready once: a message is compared with those of many flows. */
  public static Wordings of(Map<Language, List<String>> words) {
    return new Wordings(
        words, words.values().stream().flatMap(List::stream).map(Wording::of).toList());
  }

  /** What the button says. */
  public String label(Language language) {
    return words.get(language).getFirst();
  }

  /** All wordings, of all languages, as they are written. */
  public Stream<String> all() {
    return words.values().stream().flatMap(List::stream);
  }
}
