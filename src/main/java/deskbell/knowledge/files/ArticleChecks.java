package deskbell.knowledge.files;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Library;
import deskbell.knowledge.Problem;
import deskbell.knowledge.text.Plain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is wrong with a folder of articles: what keeps files from being used, and what
 * they say against each other.
 */
public final class ArticleChecks {
  private final ArticleFolder folder;
  private final Library library;
  private final List<Problem> problems = new ArrayList<>();

  private ArticleChecks(ArticleFolder folder) {
    this.folder = folder;
    this.library = Library.of(folder.articles());
  }

  /**
   * The problems of a folder, ordered by file and line.
   *
   * @param intents the names that an article may refer to
   * @param today the day by which reviews are overdue
   */
  public static List<Problem> of(
      ArticleFolder folder, Collection<String> intents, LocalDate today) {
    var checks = new ArticleChecks(folder);
    checks.problems.addAll(folder.problems());
    checks.phrasings();
    for (var article : folder.articles()) {
      checks.translated(article);
      checks.intent(article, intents);
      checks.review(article, today);
    }
    return checks.problems.stream().sorted().toList();
  }

  /** One phrasing leads to one article. */
  private void phrasings() {
    var owners = new HashMap<Map.Entry<Language, String>, Article>();
    for (var article : folder.articles()) {
      for (var phrasing : article.phrasings()) {
        var owner = owners.putIfAbsent(Map.entry(article.language(), Plain.of(phrasing)), article);
        if (owner != null) {
          var where = owner.equals(article) ? "twice here" : "in " + source(owner.key()) + " too";
          error(article, phrasing, "phrasing \"" + phrasing + "\" stands " + where);
        }
      }
    }
  }

  /** A language without any article is one that the shop does not speak. */
  private void translated(Article article) {
    for (var language : Language.values()) {
      var missing = library.find(new ArticleKey(article.id(), language)).isEmpty();
      if (missing && !library.in(language).isEmpty()) {
        error(
            article,
            "question:",
            "is not translated: " + language.code() + " has no " + article.id());
      }
    }
  }

  private void intent(Article article, Collection<String> intents) {
    article
        .intent()
        .filter(name -> !intents.contains(name))
        .ifPresent(name -> error(article, "intent:", "intent \"" + name + "\" is unknown"));
  }

  private void review(Article article, LocalDate today) {
    article
        .review()
        .filter(day -> !day.isAfter(today))
        .ifPresent(
            day ->
                problems.add(
                    Problem.warning(
                        source(article.key()),
                        folder.line(article.key(), "review:"),
                        1,
                        "review was due on " + day)));
  }

  private void error(Article article, String mark, String rule) {
    var line = folder.line(article.key(), mark);
    problems.add(Problem.error(source(article.key()), line, 1, rule));
  }

  private String source(ArticleKey key) {
    return folder.sources().get(key);
  }
}
