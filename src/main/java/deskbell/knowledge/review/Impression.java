package deskbell.knowledge.review;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import deskbell.knowledge.text.Synonyms;
import deskbell.knowledge.text.TextAnalysis;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a missed question is understood now.
 *
 * @param shown the question as editors may read it
 * @param intents what it would mean were it in scope, by likelihood; they sum to 1
 * @param articles the nearest ones with their confidence
 * @param terms its words and neighbouring characters
 * @param concepts what it is about, see {@link Concepts}
 * @param answered true where an article answers it by now
 */
public record Impression(
    String shown,
    Language language,
    Map<String, Double> intents,
    Map<String, Double> articles,
    Set<String> terms,
    Set<Integer> concepts,
    boolean answered) {
  public Impression {
    intents = Map.copyOf(intents);
    articles = Map.copyOf(articles);
    terms = Set.copyOf(terms);
    concepts = Set.copyOf(concepts);
  }

  /**
   * The impression of a question.
   *
   * @param shown the question as editors may read it
   * @param certain the confidence from which on an article answers
   */
  public static Impression of(
      String shown, Understood understood, List<Passage> passages, double certain) {
    var articles = new HashMap<String, Double>();
    passages.forEach(passage -> articles.put(passage.id(), passage.confidence()));
    return new Impression(
        shown,
        understood.language(),
        inScope(understood),
        articles,
        terms(understood.text(), understood.language()),
        Concepts.shipped().in(understood.text()),
        passages.stream().anyMatch(passage -> passage.confidence() >= certain));
  }

  /** True where no article is nearer than this one. */
  boolean nearest(String article) {
    var nearness = articles.getOrDefault(article, 0.0);
    return articles.values().stream().allMatch(other -> other <= nearness);
  }

  private static Map<String, Double> inScope(Understood understood) {
    var intents = new HashMap<String, Double>();
    understood.intents().forEach(score -> add(score, intents));
    understood.opinions().values().forEach(score -> add(score, intents));
    var sum = intents.values().stream().mapToDouble(Double::doubleValue).sum();
    intents.replaceAll((_, value) -> value / sum);
    return intents;
  }

  private static void add(IntentScore score, Map<String, Double> intents) {
    if (!score.intent().equals(IntentScore.OUT_OF_SCOPE) && score.confidence() > 0) {
      intents.merge(score.intent(), score.confidence(), Double::sum);
    }
  }

  private static Set<String> terms(String text, Language language) {
    var terms = TextAnalysis.of(language, Synonyms.NONE).terms(text);
    var all = new HashSet<>(terms.words());
    all.addAll(terms.grams());
    return all;
  }
}
