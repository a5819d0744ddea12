package deskbell.knowledge;

import java.time.Instant;
import java.util.Optional;

/**
 * An article as editors see it.
 *
 * @param version grows with every change; what an editor's next change must name
 * @param published the edit in force; empty where the file's version is, or the article was removed
 * @param removed true where an editor took the article out
 * @param draft an editor's unpublished text
 * @param merge the file's newer version, waiting to be merged into the edit
 * @param editor who changed it last; empty where nobody has
 * @param changed when that was
 * @param publishedAt when an editor last changed what is in force; empty where the file is
 * @param ledAt the same where the other language has to follow; empty where it followed itself
 */
public record ArticleState(
    ArticleKey key,
    long version,
    Optional<Article> published,
    boolean removed,
    Optional<Article> draft,
    Optional<Article> merge,
    Optional<String> editor,
    Optional<Instant> changed,
    Optional<Instant> publishedAt,
    Optional<Instant> ledAt) {
  /** The state of an article that was never edited. */
  public static ArticleState untouched(ArticleKey key) {
    return new ArticleState(
        key,
        0,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
