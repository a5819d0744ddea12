package deskbell.dialog;

import deskbell.conversation.Language;
import deskbell.conversation.Texts;
import deskbell.dialog.flow.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of wordings, those of all languages together, and how texts are compared with them: small
 * letters, one form of width, without marks. Immutable; any thread.
 */
final class Lexicon {
  /** The list of courtesies that may stand around a wording. */
  private static final String FILLER = "filler";

  private final Map<String, Map<String, Wording>> lists = new HashMap<>();

  /** The lists of these names, whose entries are separated by {@code |}. */
  Lexicon(Texts texts, List<String> names) {
    names.forEach(name -> lists.put(name, read(texts, name)));
  }

  private static Map<String, Wording> read(Texts texts, String name) {
    return Arrays.stream(Language.values())
        .map(language -> texts.get(language, name))
        .flatMap(list -> Stream.of(list.split("\\|", -1)))
        .map(Wording::of)
        .distinct()
        .collect(Collectors.toUnmodifiableMap(Wording::plain, Function.identity()));
  }

  /** True where the text is an entry, but for courtesies. */
  boolean is(String list, String text) {
    return which(List.of(list), text) > 0;
  }

  /** The place of the first list of which the text is an entry, from 1; 0 where it is of none. */
  int which(List<String> names, String text) {
    var plain = Wording.plain(text);
    var bare = bare(plain);
    for (int place = 0; place < names.size(); place++) {
      var words = lists.get(names.get(place));
      if (words.containsKey(plain) || words.containsKey(bare)) {
        return place + 1;
      }
    }
    return 0;
  }

  /** True where the text begins with an entry, but for courtesies before it. */
  boolean begins(String list, String text) {
    var plain = Wording.plain(text);
    return begun(list, plain) || begun(list, led(plain));
  }

  private boolean begun(String list, String plain) {
    return lists.get(list).values().stream().anyMatch(word -> word.begins(plain));
  }

  /** True where an entry occurs in the text. */
  boolean has(String list, String text) {
    var plain = Wording.plain(text);
    return lists.get(list).values().stream().anyMatch(word -> word.in(plain));
  }

  /** True where the text begins with an entry, or has one that is written in Han characters. */
  boolean marks(String list, String text) {
    var plain = Wording.plain(text);
    return lists.get(list).values().stream()
        .anyMatch(word -> word.han() ? word.in(plain) : word.begins(plain));
  }

  /** What follows the longest entry that the text begins with; empty where nothing does. */
  Optional<String> after(String list, String text) {
    var plain = Wording.plain(text);
    return lists.get(list).values().stream()
        .filter(word -> word.begins(plain))
        .map(word -> plain.substring(word.plain().length()).strip())
        .filter(rest -> !rest.isEmpty())
        .min(Comparator.comparingInt(String::length));
  }

  /** The text in its plain form without the entries that occur in it, the longest taken first. */
  String without(String list, String text) {
    var words = new ArrayList<>(lists.get(list).values());
    words.sort(Comparator.comparingInt((Wording word) -> word.plain().length()).reversed());
    var rest = Wording.plain(text);
    for (var word : words) {
      if (word.in(rest)) {
        rest = rest.replace(word.plain(), " ");
      }
    }
    return rest;
  }

  /** True where the text says the same as one of the wordings, but for courtesies. */
  boolean anySame(String text, List<Wording> wordings) {
    var plain = Wording.plain(text);
    var bare = bare(plain);
    return wordings.stream()
        .map(Wording::plain)
        .anyMatch(
            wording ->
                wording.equals(plain)
                    || (!bare.isEmpty() && wording.contains(bare) && bare(wording).equals(bare)));
  }

  /** The text without courtesies before it. */
  private String led(String plain) {
    for (var filler : lists.get(FILLER).values()) {
      if (filler.begins(plain) && plain.length() > filler.plain().length()) {
        return led(plain.substring(filler.plain().length()).strip());
      }
    }
    return plain;
  }

  /** The text without courtesies at both ends. */
  private String bare(String plain) {
    for (var filler : lists.get(FILLER).values()) {
      var length = filler.plain().length();
      if (plain.startsWith(filler.plain()) && cut(plain, filler)) {
        return bare(plain.substring(length).strip());
      }
      if (plain.endsWith(filler.plain()) && cut(plain, filler)) {
        return bare(plain.substring(0, plain.length() - length).strip());
      }
    }
    return plain;
  }

  /** True where the filler can be cut off: a whole word, and not all there is. */
  private static boolean cut(String plain, Wording filler) {
    return filler.in(plain) && plain.length() > filler.plain().length();
  }
}
