package deskbell;

import deskbell.console.Reader;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Recent;
import deskbell.conversation.Understood;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.knowledge.review.Impression;
import deskbell.understanding.Interpreter;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Reads questions by understanding, whose results are kept, and by searching. Any thread. */
final class QuestionReader implements Reader {
  private static final int PASSAGES = 5;
  private static final String HIDDEN = "…";
  private static final Set<EntityType> PERSONAL =
      Set.of(
          EntityType.EMAIL, EntityType.PHONE, EntityType.ORDER_NUMBER, EntityType.TRACKING_NUMBER);

  private final Interpreter interpreter;
  private final Retrieval retrieval;
  private final double certain;
  private final Recent<Asked, Understood> kept;

  /**
   * Reads by these.
   *
   * @param certain the confidence from which on an article answers
   * @param remembered results of understanding that are kept
   */
  QuestionReader(Interpreter interpreter, Retrieval retrieval, double certain, int remembered) {
    this.interpreter = interpreter;
    this.retrieval = retrieval;
    this.certain = certain;
    this.kept = new Recent<>(remembered);
  }

  private record Asked(String text, Language expected) {}

  @Override
  public Impression read(String text, Language expected) {
    var understood = understood(text, expected);
    var passages = retrieval.search(Question.of(understood), PASSAGES);
    return Impression.of(hidden(understood), understood, passages, certain);
  }

  @Override
  public String shown(String text, Language expected) {
    return hidden(understood(text, expected));
  }

  private Understood understood(String text, Language expected) {
    return kept.get(
        new Asked(text, expected), () -> interpreter.understand(text, Optional.of(expected)));
  }

  private static String hidden(Understood understood) {
    var text = new StringBuilder(understood.text());
    understood.entities().stream()
        .filter(entity -> PERSONAL.contains(entity.type()))
        .sorted(Comparator.comparingInt(Entity::start).reversed())
        .forEach(entity -> text.replace(entity.start(), entity.end(), HIDDEN));
    return text.toString();
  }
}
