package deskbell.knowledge.ranking;

import deskbell.knowledge.text.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An article laid out for comparison with questions.
 *
 * @param first the number of its first phrasing, the question, among all {@link Phrasings}
 * @param phrasings what is known of each on its own
 * @param whole all concepts of the article with how often they occur
 * @param answer the concepts of the answer
 * @param topics the mean of the phrasings' topics
 */
record Profile(
    Analysed source,
    int first,
    List<Phrasing> phrasings,
    Counts whole,
    Bag answer,
    TopicMix topics) {
  /** What an occurrence in the answer counts beside one in a phrasing. */
  private static final float ANSWER_SHARE = 0.35f;

  /** A term is counted in the answer so often at most. */
  private static final int ANSWER_LIMIT = 2;

  /**
   * One phrasing of the question.
   *
   * @param weight of all its concepts
   */
  record Phrasing(float weight, TopicMix topics) {}

  /** Lays out an article over the lexicons of its shelf. */
  static Profile of(Analysed source, int first, Shelf.Lexicons lexicons) {
    var phrasings = new ArrayList<Phrasing>();
    for (var i = 0; i < source.phrasings().size(); i++) {
      var terms = source.phrasings().get(i);
      phrasings.add(
          new Phrasing(lexicons.concepts().bag(terms.concepts()).sum(), source.topics().get(i)));
    }
    return new Profile(
        source,
        first,
        List.copyOf(phrasings),
        counts(source, lexicons.concepts()),
        lexicons.concepts().bag(source.answer().concepts()),
        TopicMix.mean(source.topics()));
  }

  private static Counts counts(Analysed source, Lexicon lexicon) {
    var counts = new HashMap<Integer, Float>();
    var length = 0;
    for (Terms phrasing : source.phrasings()) {
      length += phrasing.concepts().size();
      phrasing.concepts().forEach(concept -> count(lexicon, concept, 1f, counts));
    }
    var answer = new HashMap<String, Integer>();
    source.answer().concepts().forEach(concept -> answer.merge(concept, 1, Integer::sum));
    answer.forEach(
        (concept, times) ->
            count(lexicon, concept, ANSWER_SHARE * Math.min(ANSWER_LIMIT, times), counts));
    return Counts.of(counts, length);
  }

  private static void count(
      Lexicon lexicon, String concept, float times, Map<Integer, Float> counts) {
    var id = lexicon.id(concept);
    if (id >= 0) {
      counts.merge(id, times, Float::sum);
    }
  }
}
