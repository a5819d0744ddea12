package deskbell.dialog;

import deskbell.conversation.Language;
import deskbell.conversation.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sentences that belong to no flow, in a language. */
record Sentences(Language language) {
  private static final Texts TEXTS = new Texts("deskbell.dialog.texts");

  /** The sentence of this key. */
  String get(String key, Object... values) {
    return TEXTS.get(language, key, values);
  }

  /** Words in one line. */
  String joined(List<String> words) {
    return words.stream().collect(Collectors.joining(get("list.separator")));
  }

  /** Words in one line, each with its number. */
  String numbered(List<String> words) {
    return joined(
        IntStream.range(0, words.size())
            .mapToObj(i -> get("numbered", i + 1, words.get(i)))
            .toList());
  }
}
