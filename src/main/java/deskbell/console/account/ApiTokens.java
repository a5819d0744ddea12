package deskbell.console.account;

import deskbell.conversation.Conflict;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The programs that may use the REST interface. Any thread. */
public final class ApiTokens {
  /** Days that a token may live at most. */
  public static final int MAX_DAYS = 730;

  /** Requests that one token may make within a minute, on each node. */
  public static final int PER_MINUTE = 600;

  private final ApiTokenStore store;
  private final InstantSource clock;
  private final MinuteRate rate = new MinuteRate(PER_MINUTE, "requests");

  /** Tokens in this store. */
  public ApiTokens(ApiTokenStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A token with its secret in clear, to be shown once and kept nowhere. */
  public record Created(ApiToken token, ApiSecret secret) {}

  /**
   * Makes a token. Fails with {@link Conflict} where a program or a person has the name.
   *
   * @param days that it lives, from 1 to {@link #MAX_DAYS}
   */
  public Future<Created> create(AccountName name, Role role, long days, AccountName by) {
    if (days < 1 || days > MAX_DAYS) {
      throw new Invalid("days", "is " + days + "; from 1 to " + MAX_DAYS);
    }
    var secret = ApiSecret.make();
    var now = clock.instant();
    var expires = now.plus(Duration.ofDays(days));
    var token = new ApiToken(0, name, role, by.value(), now, expires, Optional.empty());
    return store
        .add(token, secret.hash())
        .map(
            added ->
                added
                    .map(stored -> new Created(stored, secret))
                    .orElseThrow(() -> new Conflict("name " + name + " is taken")));
  }

  /** Every token, ordered by name. */
  public Future<List<ApiToken>> list() {
    return store.list();
  }

  /** Lets a token in no more; fails with {@link NotFound} for an unknown id. */
  public Future<Void> revoke(long id) {
    return store
        .remove(id)
        .map(
            removed -> {
              if (!removed) {
                throw new NotFound("token " + id + " does not exist");
              }
              return null;
            });
  }

  /**
   * Who acts with a secret; empty where it is unknown, revoked or expired. Fails with {@link
   * deskbell.conversation.TooMany} where it is used too often.
   */
  public Future<Optional<Account>> admit(String secret) {
    return ApiSecret.of(secret)
        .map(known -> store.use(known.hash(), clock.instant()))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .map(token -> token.map(this::counted));
  }

  private Account counted(ApiToken token) {
    rate.admit(Long.toString(token.id()), clock.instant());
    return token.account();
  }
}
