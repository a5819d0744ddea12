package deskbell.training.material;

import deskbell.conversation.Language;
import java.util.List;

/**
 * A question, the facts to answer it from, and a short answer that says nothing else. Values are
 * hidden behind the placeholders of {@link deskbell.neural.Placeholders}, so that they can only be
 * copied.
 *
 * @param article the article that the facts are of
 */
public record GroundedReply(
    Language language, String article, String question, List<String> facts, String reply) {
  public GroundedReply {
    facts = List.copyOf(facts);
  }
}
