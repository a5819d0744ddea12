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
    return collected(text, mend).terms();
  }

  @Override
  public List<Mention> mentions(String text, UnaryOperator<String> mend) {
    return collected(text, mend).mentions();
  }

  private Collected collected(String text, UnaryOperator<String> mend) {
    var result = new Collected();
    for (var run : Scanner.scan(Normal.of(text))) {
      switch (run.kind()) {
        case HAN -> han(run.text(), result);
        case WORD -> latin(EnglishWords.words(run.text()), mend, result);
        case CODE -> {
          result.words.add(run.text());
          result.concepts.add(new Mention(run.codeTerm(), run.text(), run.text()));
        }
      }
    }
    return result;
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

  private void latin(List<String> words, UnaryOperator<String> mend, Collected result) {
    var stems = EnglishWords.stemmed(words);
    for (var i = 0; i < stems.size(); i++) {
      var stem = stems.get(i);
      var mended = mend.apply(stem);
      result.words.add(mended);
      var match = synonyms.longest(List.of(mended), 0);
      for (var concept : match.length() > 0 ? match.concepts() : List.of(mended)) {
        var written = stems.size() == words.size() ? words.get(i) : stem;
        result.concepts.add(new Mention(concept, written, stem));
      }
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
  private void concepts(Stretch stretch, List<Mention> concepts) {
    var i = 0;
    while (i < stretch.length()) {
      var match = synonyms.longest(stretch.characters(), i);
      if (match.length() > 1 || (match.length() == 1 && stretch.isWord(i))) {
        stretch.rest(i).forEach(word -> add(word, concepts));
        var words = stretch.text(i, i + match.length());
        match.concepts().forEach(concept -> concepts.add(new Mention(concept, words, words)));
        i += match.length();
        stretch.from(i);
      } else {
        i++;
      }
    }
    stretch.rest(i).forEach(word -> add(word, concepts));
  }

  private static void add(String word, List<Mention> concepts) {
    if (!STOP.contains(word)) {
      concepts.add(Mention.of(word));
    }
  }

  /** What has been found so far. */
  private static final class Collected {
    private final List<String> words = new ArrayList<>();
    private final List<Mention> concepts = new ArrayList<>();
    private final List<String> grams = new ArrayList<>();
    private final List<String> fallback = new ArrayList<>();

    Terms terms() {
      var named = mentions().stream().map(Mention::concept).toList();
      return new Terms(kept(), named, grams);
    }

    List<Mention> mentions() {
      return concepts.isEmpty() ? kept().stream().map(Mention::of).toList() : concepts;
    }

    /** A question of nothing but stop words still has words. */
    private List<String> kept() {
      return words.isEmpty() ? fallback : words;
    }
  }
}
