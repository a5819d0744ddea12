package deskbell.training.material;

import deskbell.conversation.Language;
import deskbell.neural.Sentences;
import java.util.List;
import java.util.TreeSet;

/**
 * A question about an article, and a short answer that says nothing else than some of its
 * sentences.
 *
 * @param text all that the article says
 * @param evidence the places of the sentences that the reply is taken from, in order, with what
 *     they cannot be understood without
 */
public record GroundedReply(
    Language language, String question, String text, List<Integer> evidence, String reply) {
  public GroundedReply {
    evidence = List.copyOf(evidence);
  }

  /** The sentences that the reply is taken from. */
  public List<String> grounds() {
    return Sentences.of(text).plain(evidence);
  }

  /**
   * The same, for every other pair with a further sentence of the article in its place, so that a
   * reply is not learnt to say all that is read. The same pair always has the same one.
   */
  public List<String> read() {
    var sentences = Sentences.of(text);
    int count = sentences.all().size();
    int further = Math.floorMod((question + reply).hashCode(), 2 * count);
    var places = new TreeSet<>(evidence);
    if (further < count) {
      places.addAll(sentences.understood(List.of(further)));
    }
    return sentences.plain(places);
  }
}
