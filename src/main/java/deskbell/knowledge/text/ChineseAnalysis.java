package deskbell.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Chinese: words by smartcn, synonyms matched over characters (a phrase is found however it was
 * segmented), characters and pairs of characters as grams. Latin words between them are stemmed as
 * English.
 */
final class ChineseAnalysis implements TextAnalysis {
  private static final Set<String> STOP = StopWords.load("stop-zh.txt");

  private final Synonyms synonyms;

  ChineseAnalysis(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  @Override
  public Terms terms(String text, UnaryOperator<String> mend) {
    var result = new Collected();
    for (var run : Scanner.scan(Normal.of(text))) {
      switch (run.kind()) {
        case HAN -> han(run.text(), result);
        case WORD -> latin(EnglishWords.stems(run.text()).stream().map(mend).toList(), result);
        case CODE -> {
          result.words.add(run.text());
          result.concepts.add(run.codeTerm());
        }
      }
    }
    return result.terms();
  }

  /** Every character on its own, Latin words whole: what synonyms are matched over. */
  static List<String> characters(String normal) {
    var characters = new ArrayList<String>();
    for (var run : Scanner.scan(normal)) {
      switch (run.kind()) {
        case HAN -> run.text().chars().forEach(c -> characters.add(Character.toString(c)));
        case WORD -> characters.addAll(EnglishWords.stems(run.text()));
        case CODE -> characters.add(run.text());
      }
    }
    return characters;
  }

  private void latin(List<String> stems, Collected result) {
    result.words.addAll(stems);
    for (var stem : stems) {
      var match = synonyms.longest(List.of(stem), 0);
      result.concepts.addAll(match.length() > 0 ? match.concepts() : List.of(stem));
    }
  }

  private void han(String run, Collected result) {
    var words = ChineseWords.of(run);
    words.stream().filter(word -> !STOP.contains(word)).forEach(result.words::add);
    result.fallback.addAll(words);
    concepts(new Stretch(run, words), result.concepts);
    for (var i = 0; i < run.length(); i++) {
      result.grams.add(run.substring(i, i + 1));
      if (i + 1 < run.length()) {
        result.grams.add(run.substring(i, i + 2));
      }
    }
  }

  /** Synonyms where they match; between them the words, or what a match has left of them. */
  private void concepts(Stretch stretch, List<String> concepts) {
    var i = 0;
    while (i < stretch.length()) {
      var match = synonyms.longest(stretch.characters(), i);
      if (match.length() > 1 || (match.length() == 1 && stretch.isWord(i))) {
        stretch.rest(i).forEach(word -> add(word, concepts));
        concepts.addAll(match.concepts());
        i += match.length();
        stretch.from(i);
      } else {
        i++;
      }
    }
    stretch.rest(i).forEach(word -> add(word, concepts));
  }

  private static void add(String word, List<String> concepts) {
    if (!STOP.contains(word)) {
      concepts.add(word);
    }
  }

  /** What has been found so far. */
  private static final class Collected {
    private final List<String> words = new ArrayList<>();
    private final List<String> concepts = new ArrayList<>();
    private final List<String> grams = new ArrayList<>();
    private final List<String> fallback = new ArrayList<>();

    Terms terms() {
      // a question of nothing but stop words still has words
      var kept = words.isEmpty() ? fallback : words;
      return new Terms(kept, concepts.isEmpty() ? kept : concepts, grams);
    }
  }
}
