package deskbell.console;

import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.ArticleState;
import deskbell.knowledge.Shipped;
import java.util.Optional;

/**
 * An article with the file below its edits.
 *
 * @param inForce what shoppers are answered from
 * @param shipped true where a file holds the article, edited or not
 */
record ArticleView(ArticleState state, Optional<Article> inForce, boolean shipped) {
  static ArticleView of(ArticleState state, Shipped files) {
    return new ArticleView(state, files.inForce(state), files.articles().containsKey(state.key()));
  }

  ArticleKey key() {
    return state.key();
  }

  /** True where an editor took the article out, and nobody has begun it anew. */
  boolean deleted() {
    return state.removed() && state.draft().isEmpty();
  }

  /** True where shoppers are answered from an edit, or not at all, although there is a file. */
  boolean edited() {
    return shipped && (state.removed() || state.published().isPresent());
  }

  /** True where the text in force of the other language was changed after that of this one. */
  boolean behind(ArticleView other) {
    return !other.key().equals(key())
        && shown().isPresent()
        && other
            .state()
            .ledAt()
            .filter(at -> state.publishedAt().filter(own -> !own.isBefore(at)).isEmpty())
            .isPresent();
  }

  /** What an editor goes on from; empty where there is no such article. */
  Optional<Article> shown() {
    return state.draft().or(this::inForce);
  }
}
