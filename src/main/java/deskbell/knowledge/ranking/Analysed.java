package deskbell.knowledge.ranking;

import deskbell.knowledge.Article;
import deskbell.knowledge.text.Terms;
import deskbell.knowledge.text.TextAnalysis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An article with the terms of its parts; kept between snapshots, because analysing is the costly
 * step.
 *
 * @param phrasings the question first
 * @param topics of each phrasing, in the same order
 */
public record Analysed(
    Article article, List<Terms> phrasings, List<TopicMix> topics, Terms answer, Terms tags) {
  public Analysed {
    phrasings = List.copyOf(phrasings);
    topics = List.copyOf(topics);
  }

  /** Analyses an article. */
  public static Analysed of(Article article, TextAnalysis analysis, Topics topics) {
    var phrasings = article.phrasings().stream().map(analysis::terms).toList();
    return new Analysed(
        article,
        phrasings,
        phrasings.stream().map(topics::of).toList(),
        analysis.terms(article.answer()),
        analysis.terms(String.join(" ", article.tags())));
  }

  /** The article without one of its phrasings, for training: the phrasing is then a question. */
  public Analysed without(int phrasing) {
    return new Analysed(
        article, dropped(phrasings, phrasing), dropped(topics, phrasing), answer, tags);
  }

  /** The distinct terms of one kind in all phrasings. */
  Set<String> distinct(Function<Terms, List<String>> kind) {
    var distinct = new HashSet<String>();
    phrasings.forEach(terms -> distinct.addAll(kind.apply(terms)));
    return distinct;
  }

  private static <T> List<T> dropped(List<T> all, int index) {
    var rest = new ArrayList<>(all);
    rest.remove(index);
    return rest;
  }
}
