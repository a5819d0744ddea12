package deskbell.training.retrieval;

import deskbell.knowledge.quality.JudgedQuestion;
import java.util.List;

/**
 * A question whose best articles, ranked by weights that do not know it, may be in the wrong order.
 *
 * @param fold the part of the questions that it belongs to
 * @param ids of the articles, best first
 * @param answers their texts
 * @param beliefs in each, largest first
 */
public record Contest(
    JudgedQuestion question,
    int fold,
    List<String> ids,
    List<String> answers,
    List<Double> beliefs) {
  public Contest {
    ids = List.copyOf(ids);
    answers = List.copyOf(answers);
    beliefs = List.copyOf(beliefs);
  }
}
