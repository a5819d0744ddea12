package deskbell.knowledge.review;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What shoppers asked, read from the stored conversations. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface QuestionLog {
  /** The newest questions since then that went unanswered or were answered badly. */
  Future<List<Miss>> missed(Instant since, int limit);

  /** Puts questions away; those that are not there are passed over. */
  Future<Void> dismiss(List<QuestionId> questions);

  /** Takes questions back that were put away. */
  Future<Void> restore(List<QuestionId> questions);

  /**
   * Questions that the knowledge base was asked, newest first.
   *
   * @param after the place of a slice before; empty for the newest
   * @throws deskbell.conversation.Invalid for a place that no slice had
   */
  Future<Slice> asked(Optional<String> after, int limit);

  /** How many questions {@link #asked} would bring, up to a limit. */
  Future<Integer> count(int limit);

  /**
   * Some questions.
   *
   * @param next where the next slice begins; empty where this is the last
   */
  record Slice(List<Logged> questions, Optional<String> next) {
    public Slice {
      questions = List.copyOf(questions);
    }
  }
}
