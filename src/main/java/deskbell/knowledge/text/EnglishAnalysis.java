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
    var stems = new ArrayList<>(EnglishWords.stems(Normal.of(text)));
    stems.replaceAll(stem -> STOP.contains(stem) ? stem : mend.apply(stem));
    var words = new ArrayList<>(stems);
    words.removeIf(STOP::contains);
    var concepts = concepts(stems);
    // a question of nothing but stop words still has words: "can you?"
    return new Terms(
        words.isEmpty() ? stems : words, concepts.isEmpty() ? stems : concepts, grams(stems));
  }

  private List<String> concepts(List<String> stems) {
    var concepts = new ArrayList<String>();
    var i = 0;
    while (i < stems.size()) {
      var match = synonyms.longest(stems, i);
      if (match.length() > 0) {
        concepts.addAll(match.concepts());
        i += match.length();
      } else {
        single(stems.get(i), concepts);
        i++;
      }
    }
    return concepts;
  }

  private static void single(String stem, List<String> concepts) {
    if (!STOP.contains(stem)) {
      concepts.add(Run.isCode(stem) ? new Run(Run.Kind.CODE, stem).codeTerm() : stem);
    }
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
