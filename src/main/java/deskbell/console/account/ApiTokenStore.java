package deskbell.console.account;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tokens as the store keeps them. Every method fails with {@link deskbell.conversation.Unavailable}
 * when the database does not answer in time.
 */
public interface ApiTokenStore {
  /**
   * Adds a token, of which the id is not looked at; empty where a program or a person has the name.
   */
  Future<Optional<ApiToken>> add(ApiToken token, String hash);

  /** Every token, ordered by name. */
  Future<List<ApiToken>> list();

  /** Removes a token; false for an unknown id. */
  Future<Boolean> remove(long id);

  /** The token of a hash, of which a use is noted; empty for none and for one that has expired. */
  Future<Optional<ApiToken>> use(String hash, Instant now);
}
