package deskbell.knowledge;

import deskbell.knowledge.text.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says in words of the question why an article was found: {@code question: delivery, cost}. Where
 * the article has another word for it, both stand there: {@code parcel = package}.
 */
final class Reasons {
  /** Words that a reason names at most. */
  private static final int LIMIT = 6;

  private Reasons() {}

  /**
   * One line for each part of the article that has words of the question, best part first.
   *
   * @param read brings the concepts of a part's text
   */
  static List<String> of(
      List<Mention> question, Article article, Function<String, List<Mention>> read) {
    var reasons = new ArrayList<String>();
    add("question", question, List.of(article.question()), read, reasons);
    add("also", question, article.also(), read, reasons);
    add("answer", question, List.of(article.answer()), read, reasons);
    add("tags", question, List.of(String.join(" ", article.tags())), read, reasons);
    if (reasons.isEmpty()) {
      reasons.add("topic");
    }
    return reasons;
  }

  private static void add(
      String part,
      List<Mention> question,
      List<String> texts,
      Function<String, List<Mention>> read,
      List<String> reasons) {
    var held =
        texts.stream()
            .flatMap(text -> read.apply(text).stream())
            .collect(Collectors.groupingBy(Mention::concept));
    var common = new LinkedHashMap<String, String>();
    for (var asked : question) {
      var there = held.get(asked.concept());
      if (there != null) {
        common.putIfAbsent(asked.concept(), named(asked, there));
      }
    }
    if (!common.isEmpty()) {
      reasons.add(part + ": " + list(common));
    }
  }

  private static String named(Mention asked, List<Mention> there) {
    boolean same = there.stream().anyMatch(mention -> mention.form().equals(asked.form()));
    return same ? asked.words() : asked.words() + " = " + there.getFirst().words();
  }

  private static String list(Map<String, String> common) {
    return common.values().stream().distinct().limit(LIMIT).collect(Collectors.joining(", "));
  }
}
