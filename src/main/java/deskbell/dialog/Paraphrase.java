package deskbell.dialog;

import deskbell.dialog.flow.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An option told in other words: those of its words that no other option has are counted. English
 * by words, without the small ones and their endings; Chinese by pairs of characters. Pure.
 */
final class Paraphrase {
  /** Letters of an English word that tells options apart. */
  private static final int MEANINGFUL = 3;

  /** Letters by which English words are compared: "delivery" and "delivered" are one. */
  private static final int STEM = 6;

  private Paraphrase() {}

  /** The place of the option that shares most with the text, where no other shares as much. */
  static Optional<Integer> closest(List<String> options, String text) {
    var said = parts(text);
    var words = options.stream().map(Paraphrase::parts).toList();
    var shares = new ArrayList<Integer>();
    for (int place = 0; place < options.size(); place++) {
      var own = new HashSet<>(words.get(place));
      for (int other = 0; other < options.size(); other++) {
        if (other != place) {
          own.removeAll(words.get(other));
        }
      }
      own.retainAll(said);
      shares.add(own.size());
    }
    int most = shares.stream().mapToInt(Integer::intValue).max().orElse(0);
    return most > 0 && shares.stream().filter(share -> share == most).count() == 1
        ? Optional.of(shares.indexOf(most))
        : Optional.empty();
  }

  private static Set<String> parts(String text) {
    var parts = new HashSet<String>();
    for (var word : Wording.plain(text).split(" ", -1)) {
      if (Words.han(word)) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          parts.add(word.substring(i, i + 2));
        }
      } else if (word.length() >= MEANINGFUL && !Words.all("small", word)) {
        parts.add(word.substring(0, Math.min(STEM, word.length())));
      }
    }
    return parts;
  }
}
