package deskbell.answering;

import deskbell.answering.excerpt.Scorer;
import deskbell.conversation.Busy;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides between articles that are almost equally good by how likely the question is after each,
 * as AliMe Chat's reranker does (Qiu 2017). Asks only where there is doubt; a model that is busy
 * leaves the order. Blocks as long as it reads; any thread but an event loop.
 */
public final class NeuralReranker implements Reranker {
  private static final Logger LOG = LoggerFactory.getLogger(NeuralReranker.class);

  private final Scorer scorer;
  private final double weight;

  /**
   * Decides by this scorer.
   *
   * @param weight what a score counts beside the logarithm of a confidence
   */
  public NeuralReranker(Scorer scorer, double weight) {
    this.scorer = scorer;
    this.weight = weight;
  }

  @Override
  public List<Passage> reranked(String question, List<Passage> passages) {
    var beliefs = passages.stream().map(Passage::confidence).toList();
    int rivals = Doubt.rivals(beliefs);
    if (rivals < 2) {
      return passages;
    }
    try {
      var answers = passages.stream().limit(rivals).map(Passage::answer).toList();
      return inOrder(passages, Doubt.settled(beliefs, scorer.scores(question, answers), weight));
    } catch (Busy | Unavailable hindered) {
      LOG.debug("the order of articles stays: {}", hindered.getMessage());
      return passages;
    }
  }

  private static List<Passage> inOrder(List<Passage> passages, List<Integer> order) {
    var ordered = new ArrayList<>(passages);
    for (int place = 0; place < order.size(); place++) {
      ordered.set(place, passages.get(order.get(place)).with(passages.get(place).confidence()));
    }
    return List.copyOf(ordered);
  }
}
