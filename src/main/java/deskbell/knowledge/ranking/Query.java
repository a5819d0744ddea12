package deskbell.knowledge.ranking;

import deskbell.conversation.IntentScore;
import deskbell.knowledge.text.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A question laid out for comparison with the articles of one shelf. One thread. */
public final class Query {
  private static final double LIKELY = 0.5;

  private final Terms terms;
  private final TopicMix topics;
  private final List<IntentScore> intents;
  private final int size;
  private final Bag.Spread concepts;
  private final Bag words;
  private final Bag grams;

  Query(Terms terms, TopicMix topics, List<IntentScore> intents, Shelf.Lexicons lexicons) {
    this.terms = terms;
    this.topics = topics;
    this.intents = intents;
    this.size = Set.copyOf(terms.concepts()).size();
    var lexicon = lexicons.concepts();
    this.concepts = lexicon.bag(terms.concepts()).spread(lexicon.size());
    this.words = lexicons.words().bag(terms.words());
    this.grams = lexicons.grams().bag(terms.grams());
  }

  /** The terms as read, spelling mended. */
  public Terms terms() {
    return terms;
  }

  /** How many different concepts it has. */
  int size() {
    return size;
  }

  /** The share of its concepts, by weight, that no article has. */
  float strange() {
    var bag = concepts.bag();
    return bag.sum() == 0 ? 0 : 1 - bag.known() / bag.sum();
  }

  /** How likely each topic is. */
  TopicMix topics() {
    return topics;
  }

  /** What it means, where that is likelier than not. */
  Optional<String> meaning() {
    return intents.stream()
        .filter(score -> score.confidence() > LIKELY)
        .map(IntentScore::intent)
        .findFirst();
  }

  /** True where somebody has said what it may mean. */
  boolean understood() {
    return !intents.isEmpty();
  }

  /** How likely it means an intent; 0 where that is not among the likeliest. */
  double means(String intent) {
    for (var score : intents) {
      if (score.intent().equals(intent)) {
        return score.confidence();
      }
    }
    return 0;
  }

  Bag.Spread concepts() {
    return concepts;
  }

  Bag words() {
    return words;
  }

  Bag grams() {
    return grams;
  }
}
