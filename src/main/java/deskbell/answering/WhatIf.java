package deskbell.answering;

import deskbell.answering.Foresight.Kind;
import deskbell.answering.Foresight.Outlook;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.knowledge.review.Logged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks logged questions of two indexes and tells which answers differ. Blocks for the searches:
 * call on a worker.
 */
public final class WhatIf {
  private static final int PASSAGES = 4;

  /** What a question means of which nothing was logged. */
  private static final IntentScore NOTHING = new IntentScore(IntentScore.OUT_OF_SCOPE, 0);

  private final Foresight foresight;

  /** Foretells both answers so. */
  public WhatIf(Foresight foresight) {
    this.foresight = foresight;
  }

  /**
   * A question that another answer is given to.
   *
   * @param reworded true where the same article answers in other words
   */
  public record Changed(Logged question, Outlook before, Outlook after, boolean reworded) {}

  /** The questions whose answers differ, in their order. */
  public List<Changed> of(List<Logged> questions, Retrieval before, Retrieval after) {
    return questions.stream().flatMap(question -> changed(question, before, after)).toList();
  }

  private Stream<Changed> changed(Logged question, Retrieval before, Retrieval after) {
    var understood = understood(question);
    var found = before.search(Question.of(understood), PASSAGES);
    var then = after.search(Question.of(understood), PASSAGES);
    var now = foresight.of(understood, found);
    var later = foresight.of(understood, then);
    if (!now.sameAs(later)) {
      return Stream.of(new Changed(question, now, later, false));
    }
    return now.kind() == Kind.ARTICLE && !answer(now, found).equals(answer(later, then))
        ? Stream.of(new Changed(question, now, later, true))
        : Stream.empty();
  }

  private static Understood understood(Logged question) {
    var intents = question.intents().isEmpty() ? List.of(NOTHING) : question.intents();
    return new Understood(question.text(), question.language(), List.of(), intents);
  }

  private static Optional<String> answer(Outlook outlook, List<Passage> passages) {
    var id = outlook.about().getFirst().value();
    return passages.stream()
        .filter(passage -> id.equals(Decider.ARTICLE + passage.id()))
        .map(Passage::answer)
        .findFirst();
  }
}
