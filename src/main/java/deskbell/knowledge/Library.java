package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every article in force: the files' ones, and over them what was edited in the database. An
 * immutable snapshot; any thread.
 */
public final class Library {
  /** A library without articles. */
  public static final Library EMPTY = new Library(new TreeMap<>());

  private final SortedMap<ArticleKey, Article> articles;

  private Library(SortedMap<ArticleKey, Article> articles) {
    this.articles = articles;
  }

  /** The files' articles alone. */
  public static Library of(Collection<Article> files) {
    return of(files, Map.of());
  }

  /**
   * Files with edits over them.
   *
   * @param edits what the database says of an article; empty where an editor removed it
   */
  public static Library of(Collection<Article> files, Map<ArticleKey, Optional<Article>> edits) {
    var merged = new TreeMap<ArticleKey, Article>();
    files.forEach(article -> merged.put(article.key(), article));
    edits.forEach(
        (key, edit) ->
            edit.ifPresentOrElse(article -> merged.put(key, article), () -> merged.remove(key)));
    return new Library(merged);
  }

  /** The article of a key. */
  public Optional<Article> find(ArticleKey key) {
    return Optional.ofNullable(articles.get(key));
  }

  /** Every article of a language, ordered by id. */
  public List<Article> in(Language language) {
    return articles.values().stream().filter(a -> a.language() == language).toList();
  }

  /** Every article, ordered by id and language. */
  public Collection<Article> all() {
    return articles.values();
  }
}
