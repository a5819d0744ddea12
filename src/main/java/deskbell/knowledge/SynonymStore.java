package deskbell.knowledge;

import io.vertx.core.Future;
import java.util.List;

/**
 * The edits of synonyms. A change counts as a publication, see {@link ArticleStore#publication}.
 * Every method fails with {@link deskbell.conversation.Unavailable} when the database does not
 * answer in time.
 */
public interface SynonymStore {
  /** Every text that was ever edited. */
  Future<List<Wording>> synonyms();

  /**
   * Puts a text in force and gives it with its new version. Fails with {@link
   * deskbell.conversation.Conflict} where the version is no longer the newest.
   */
  Future<Wording> saveSynonyms(Wording wording, String editor);
}
