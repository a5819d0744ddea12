package deskbell.knowledge;

import deskbell.conversation.Conflict;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import java.util.function.BiConsumer;

/**
 * Changes what shoppers are answered from. Each future completes once the change is searched on
 * this node. Where it is stored but not yet searched, it fails with {@link Unavailable}, and the
 * next poll makes up for it. Any thread.
 */
public final class Publishing {
  private final ArticleStore articles;
  private final SynonymStore synonyms;
  private final Editions editions;
  private final BiConsumer<Language, String> synonymRule;

  /**
   * Publishes through these stores.
   *
   * @param synonymRule throws {@link deskbell.conversation.Invalid} for a text that cannot be read
   */
  public Publishing(
      ArticleStore articles,
      SynonymStore synonyms,
      Editions editions,
      BiConsumer<Language, String> synonymRule) {
    this.articles = articles;
    this.synonyms = synonyms;
    this.editions = editions;
    this.synonymRule = synonymRule;
  }

  /** Publishes an article's draft. Fails with {@link Conflict} where it has none. */
  public Future<ArticleState> publish(ArticleKey key, long version, String editor) {
    return articles
        .find(key)
        .compose(
            state -> {
              var draft =
                  state.draft().orElseThrow(() -> new Conflict("article " + key + " has no draft"));
              return articles.publish(draft, editions.shipped().seed(key), version, editor);
            })
        .compose(state -> searched("article " + key, state));
  }

  /** Takes an article out, also where a file holds it. */
  public Future<ArticleState> remove(ArticleKey key, long version, String editor) {
    return articles
        .remove(key, editions.shipped().seed(key), version, editor)
        .compose(state -> searched("article " + key, state));
  }

  /** Puts the file's version in force again. */
  public Future<ArticleState> revert(ArticleKey key, long version, String editor) {
    return articles
        .revert(key, version, editor)
        .compose(state -> searched("article " + key, state));
  }

  /** Puts synonyms in force. */
  public Future<Wording> save(Wording wording, String editor) {
    return editions
        .onWorker(() -> synonymRule.accept(wording.language(), wording.text()))
        .compose(readable -> synonyms.saveSynonyms(wording, editor))
        .compose(saved -> searched("synonyms " + saved.language().code(), saved));
  }

  private <T> Future<T> searched(String what, T state) {
    return editions
        .refresh()
        .map(state)
        .recover(
            failure ->
                Future.failedFuture(
                    new Unavailable(
                        what + " is published, but not searched yet; it will be soon", failure)));
  }
}
