package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text in every language, in one or more variants that say the same. */
public record Phrase(Map<Language, List<Template>> texts) {
  public Phrase {
    var copy = new EnumMap<Language, List<Template>>(Language.class);
    texts.forEach((language, variants) -> copy.put(language, List.copyOf(variants)));
    texts = Map.copyOf(copy);
  }

  /** The first variant of a language. */
  public Template in(Language language) {
    return texts.get(language).getFirst();
  }

  /** All variants of a language, in the order of the file. */
  public List<Template> variants(Language language) {
    return texts.get(language);
  }

  /** The texts of all languages, with their variants. */
  public Stream<Template> all() {
    return texts.values().stream().flatMap(List::stream);
  }

  /**
   * Stands for this text in a conversation's state: the same as long as its words are, wherever
   * they stand in the file.
   */
  String key() {
    var words =
        Stream.of(Language.values())
            .flatMap(language -> variants(language).stream())
            .map(Template::written)
            .collect(Collectors.joining("\n"));
    return Integer.toHexString(words.hashCode());
  }
}
