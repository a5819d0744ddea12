package deskbell.console;

import deskbell.answering.Answer;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import java.util.List;

/**
 * What a shopper would be answered, and why.
 *
 * @param passages what was found in the knowledge base, best first
 */
public record Asked(Understood understood, List<Passage> passages, Answer answer) {
  public Asked {
    passages = List.copyOf(passages);
  }
}
