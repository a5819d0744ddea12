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
 */
record ArticleView(ArticleState state, Optional<Article> inForce) {
  static ArticleView of(ArticleState state, Shipped files) {
    return new ArticleView(state, files.inForce(state));
  }

  ArticleKey key() {
    return state.key();
  }

  /** What an editor goes on from; empty where there is no such article. */
  Optional<Article> shown() {
    return state.draft().or(this::inForce).or(state::merge);
  }
}
