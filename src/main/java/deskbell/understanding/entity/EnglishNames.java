package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import deskbell.understanding.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds product names of Latin letters: words of one name that stand together in its order, some
 * left out ("harbour jumper" for Harbour merino jumper), each with one wrong letter forgiven. At
 * least two words, or the whole of a name of one word; most words win, and where two products fit
 * alike none is taken. Immutable.
 */
final class EnglishNames {
  private static final Pattern WORD =
      Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{N}]*|\\d+(?:\\.\\d+)?");
  private static final int MIN_LETTERS = 3;

  /** A name of a product: its words in order. */
  private record Name(String code, List<String> words) {}

  private record Place(Name name, int index) {}

  /** A word of the text and the known words that it may be. */
  private record Word(String text, int start, int end, Set<String> known) {}

  private record Run(Name name, int words) {}

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Spelling spelling;

  EnglishNames(List<Catalogue.Product> products) {
    for (var product : products) {
      for (var name : product.names()) {
        var words = WORD.matcher(name.toLowerCase(Locale.ROOT)).results();
        add(new Name(product.code(), words.map(hit -> hit.group()).toList()));
      }
    }
    spelling = new Spelling(places.keySet());
  }

  private void add(Name name) {
    for (int i = 0; i < name.words().size(); i++) {
      places.computeIfAbsent(name.words().get(i), _ -> new ArrayList<>()).add(new Place(name, i));
    }
  }

  /** The matches; they may overlap. */
  List<Match> find(String text) {
    if (places.isEmpty()) {
      return List.of();
    }
    var words = words(text);
    var found = new ArrayList<Match>();
    for (int start = 0; start < words.size(); start++) {
      var rest = words.subList(start, words.size());
      longest(rest).map(run -> match(run, rest)).ifPresent(found::add);
    }
    return found;
  }

  private List<Word> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(hit -> new Word(hit.group(), hit.start(), hit.end(), spelling.known(hit.group())))
        .toList();
  }

  private static Match match(Run run, List<Word> words) {
    return new Match(
        EntityType.PRODUCT,
        run.name().code(),
        words.getFirst().start(),
        words.get(run.words() - 1).end());
  }

  /** The run of most words that begins here, if it is one product's alone. */
  private Optional<Run> longest(List<Word> words) {
    var best = new ArrayList<Run>();
    for (var known : words.getFirst().known()) {
      for (var place : places.get(known)) {
        var run = follow(place, words);
        int most = best.isEmpty() ? 0 : best.getFirst().words();
        if (run.words() > most && enough(run, words)) {
          best.clear();
        }
        if (run.words() >= most && enough(run, words)) {
          best.add(run);
        }
      }
    }
    boolean one = best.stream().map(run -> run.name().code()).distinct().count() == 1;
    return one ? Optional.of(best.getFirst()) : Optional.empty();
  }

  private static Run follow(Place place, List<Word> words) {
    int index = place.index();
    int count = 1;
    while (count < words.size() && index >= 0) {
      index = indexAfter(index, place.name(), words.get(count).known());
      count += index >= 0 ? 1 : 0;
    }
    return new Run(place.name(), count);
  }

  private static int indexAfter(int index, Name name, Set<String> known) {
    for (int i = index + 1; i < name.words().size(); i++) {
      if (known.contains(name.words().get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean enough(Run run, List<Word> words) {
    long real =
        words.subList(0, run.words()).stream()
            .filter(word -> word.text().length() >= MIN_LETTERS)
            .filter(word -> Character.isLetter(word.text().charAt(0)))
            .count();
    boolean whole = run.words() == run.name().words().size();
    return real >= 2 || (real == 1 && whole);
  }
}
