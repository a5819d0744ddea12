package deskbell.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** English: stems, synonyms matched over neighbouring stems, character grams of 3 and 4. */
final class EnglishAnalysis implements TextAnalysis {
  private static final Set<String> STOP = stopStems();
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 4;

  private final Synonyms synonyms;

  EnglishAnalysis(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  @Override
  public Terms terms(String text, UnaryOperator<String> mend) {
    var stems = mended(EnglishWords.stems(Normal.of(text)), mend);
    var words = new ArrayList<>(stems);
    words.removeIf(STOP::contains);
    var concepts = found(stems).stream().map(Found::concept).toList();
    // a question of nothing but stop words still has words: "can you?"
    return new Terms(
        words.isEmpty() ? stems : words, concepts.isEmpty() ? stems : concepts, grams(stems));
  }

  @Override
  public List<Mention> mentions(String text, UnaryOperator<String> mend) {
    var written = EnglishWords.words(Normal.of(text));
    var stems = EnglishWords.stemmed(written);
    // the stemmer cuts what is longer than any word
    var words = stems.size() == written.size() ? written : stems;
    var found = found(mended(stems, mend));
    return found.isEmpty()
        ? stems.stream().map(Mention::of).toList()
        : found.stream().map(it -> it.in(words, stems)).toList();
  }

  private static List<String> mended(List<String> stems, UnaryOperator<String> mend) {
    return stems.stream().map(stem -> STOP.contains(stem) ? stem : mend.apply(stem)).toList();
  }

  /** A concept, and which words stand for it. */
  private record Found(String concept, int from, int to) {
    Mention in(List<String> words, List<String> stems) {
      return new Mention(
          concept,
          String.join(" ", words.subList(from, to)),
          String.join(" ", stems.subList(from, to)));
    }
  }

  private List<Found> found(List<String> stems) {
    var found = new ArrayList<Found>();
    var i = 0;
    while (i < stems.size()) {
      var match = synonyms.longest(stems, i);
      int next = i + Math.max(1, match.length());
      var concepts = match.length() > 0 ? match.concepts() : single(stems.get(i));
      for (var concept : concepts) {
        found.add(new Found(concept, i, next));
      }
      i = next;
    }
    return found;
  }

  private static List<String> single(String stem) {
    if (STOP.contains(stem)) {
      return List.of();
    }
    return List.of(Run.isCode(stem) ? new Run(Run.Kind.CODE, stem).codeTerm() : stem);
  }

  private static List<String> grams(List<String> stems) {
    var line = " " + String.join(" ", stems) + " ";
    var grams = new ArrayList<String>(2 * line.length());
    for (var n = SHORTEST_GRAM; n <= LONGEST_GRAM; n++) {
      for (var i = 0; i + n <= line.length(); i++) {
        grams.add(line.substring(i, i + n));
      }
    }
    return grams;
  }

  private static Set<String> stopStems() {
    var words = String.join(" ", StopWords.load("stop-en.txt"));
    return Set.copyOf(EnglishWords.stems(words));
  }
}
