package deskbell.knowledge;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edits of articles and their history. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time. A method that
 * changes an article takes the version that the editor saw and fails with {@link
 * deskbell.conversation.Conflict} where it is no longer the newest; 0 stands for an article that
 * was never edited.
 */
public interface ArticleStore {
  /** The number that grows with every publication, on any node. */
  Future<Long> publication();

  /** What is published over the files, with the publication it belongs to. */
  Future<Edits> published();

  /** Every article that was ever edited, with its drafts, ordered by key. */
  Future<List<ArticleState>> list();

  /** One article; version 0 where it was never edited. */
  Future<ArticleState> find(ArticleKey key);

  /** Keeps an unpublished draft; it replaces the one before. */
  Future<ArticleState> saveDraft(Article draft, long version, String editor);

  /** Throws the draft away. */
  Future<ArticleState> dropDraft(ArticleKey key, long version, String editor);

  /** Keeps the edit as it is; the file's version that waits to be merged is done with. */
  Future<ArticleState> keepOverFile(ArticleKey key, long version, String editor);

  /**
   * Publishes this text; drafts of the article are done with.
   *
   * @param seed {@link Fingerprint} of the file that lies below the edit, empty for none
   */
  Future<ArticleState> publish(Article article, Optional<String> seed, long version, String editor);

  /** Removes an article, also where a file holds it. */
  Future<ArticleState> remove(ArticleKey key, Optional<String> seed, long version, String editor);

  /** Forgets the edit, so that the file's version is in force again. */
  Future<ArticleState> revert(ArticleKey key, long version, String editor);

  /** Everything that was done to an article, newest first. */
  Future<List<Revision>> history(ArticleKey key, int limit);

  /**
   * Compares the files of this start with the edits over them: where a file has changed since its
   * article was edited, the file's version becomes a draft to merge, once. Gives the articles that
   * now have one.
   */
  Future<List<ArticleKey>> noticeFiles(List<Article> files);

  /**
   * What is published over the files.
   *
   * @param publication the state of the database that this belongs to
   * @param articles empty where an editor removed the article
   */
  record Edits(long publication, Map<ArticleKey, Optional<Article>> articles) {
    public Edits {
      articles = Map.copyOf(articles);
    }
  }
}
