package deskbell.knowledge;

import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.text.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in terms of the question why an article was found: {@code question: delivery, cost}. */
final class Reasons {
  /** Terms that a reason names at most. */
  private static final int LIMIT = 6;

  private Reasons() {}

  /** One line for each part of the article that has terms of the question, best part first. */
  static List<String> of(Terms question, Analysed article) {
    var reasons = new ArrayList<String>();
    var phrasings = article.phrasings();
    add("question", question.concepts(), phrasings.subList(0, 1), reasons);
    add("also", question.concepts(), phrasings.subList(1, phrasings.size()), reasons);
    add("answer", question.concepts(), List.of(article.answer()), reasons);
    add("tags", question.concepts(), List.of(article.tags()), reasons);
    if (reasons.isEmpty()) {
      reasons.add("topic");
    }
    return reasons;
  }

  private static void add(
      String part, List<String> question, List<Terms> texts, List<String> reasons) {
    var held = new LinkedHashSet<String>();
    texts.forEach(text -> held.addAll(text.concepts()));
    var common = new LinkedHashSet<>(question);
    common.retainAll(held);
    if (!common.isEmpty()) {
      reasons.add(part + ": " + list(common));
    }
  }

  private static String list(Set<String> terms) {
    return String.join(", ", terms.stream().limit(LIMIT).map(Reasons::plain).toList());
  }

  private static String plain(String term) {
    return term.replace('_', ' ');
  }
}
