package deskbell.knowledge.review;

import deskbell.conversation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that shoppers want to know and are not told, in whatever words and languages.
 *
 * @param intent what it would mean, where that is clear
 * @param articles the nearest ones, nearest first
 * @param phrasings how it was asked, the most usual first
 * @param people how many asked
 * @param handedOver how many of them were handed over because of it
 * @param unhelpful how many rated an answer to it as no help
 * @param newest when it was asked last
 * @param answered true where articles answer every phrasing by now, and others than what was no
 *     help
 * @param questions the messages that asked it
 * @param dismissed true where an editor has put all of them away
 */
public record Need(
    Optional<String> intent,
    List<String> articles,
    List<Phrasing> phrasings,
    int people,
    int handedOver,
    int unhelpful,
    Instant newest,
    boolean answered,
    List<QuestionId> questions,
    boolean dismissed) {
  public Need {
    articles = List.copyOf(articles);
    phrasings = List.copyOf(phrasings);
    questions = List.copyOf(questions);
  }

  /** A way to ask it, and how often it was asked so. */
  public record Phrasing(String text, Language language, int times) {}
}
