package deskbell.console.account;

import deskbell.console.account.SignInStore.Counted;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people in and out, and knows the tokens of programs. An unknown name is answered like a
 * wrong password, and as slowly. Any thread.
 */
public final class SignIns {
  private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

  private final AccountStore accounts;
  private final SignInStore store;
  private final PasswordWorker passwords;
  private final AccountSettings settings;
  private final InstantSource clock;
  private final ApiTokens tokens;
  private final MinuteRate rate;

  /** Signs in by these stores and limits. */
  public SignIns(
      AccountStore accounts,
      SignInStore store,
      PasswordWorker passwords,
      AccountSettings settings,
      InstantSource clock,
      ApiTokens tokens) {
    this.accounts = accounts;
    this.store = store;
    this.passwords = passwords;
    this.settings = settings;
    this.clock = clock;
    this.tokens = tokens;
    this.rate = new MinuteRate(settings.signInsPerMinute(), "sign-ins");
  }

  /**
   * Tries a name and a password. Fails with {@link deskbell.conversation.TooMany} where the address
   * tries too often, with {@link deskbell.conversation.Busy} where too many wait.
   *
   * @param address what limits count by: an IPv6 address stands for its network
   */
  public Future<SignIn> signIn(String name, Password password, String address) {
    return shown(name, password, address, this::opened);
  }

  /**
   * Gives somebody who shows their password another one. Every session of theirs ends, and a new
   * one is opened; a wrong password counts as one at signing in, and fails like it.
   */
  public Future<SignIn> changePassword(
      AccountName name, Password current, Password chosen, String address) {
    return shown(name.value(), current, address, (who, hash) -> changed(who, hash, chosen));
  }

  /** What follows where the password is right, for its owner and the hash it was right by. */
  private Future<SignIn> shown(
      String name,
      Password password,
      String address,
      BiFunction<AccountName, String, Future<SignIn>> right) {
    var now = clock.instant();
    rate.admit(address, now);
    var known = AccountName.ifValid(name);
    var key = key(known.map(AccountName::key).orElse(name), address);
    return store
        .count(key, now, settings)
        .compose(
            counted ->
                counted.admitted()
                    ? admitted(known, password, key, right)
                    : Future.succeededFuture(locked(counted, now)));
  }

  /**
   * Whose session it is; empty where there is none any more.
   *
   * @param used true where its owner does something, which keeps it from ending as idle
   */
  public Future<Optional<Account>> session(SessionToken token, boolean used) {
    return store.find(token, used, clock.instant(), settings);
  }

  /** The programs that are let in beside people. */
  public ApiTokens tokens() {
    return tokens;
  }

  /** Ends a session. */
  public Future<Void> signOut(SessionToken token) {
    return store.end(token);
  }

  private Future<SignIn> admitted(
      Optional<AccountName> known,
      Password password,
      String key,
      BiFunction<AccountName, String, Future<SignIn>> next) {
    return known
        .map(accounts::passwordHash)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            hash ->
                hash.map(found -> passwords.verify(password, found))
                    .orElseGet(() -> passwords.refuse(password))
                    .compose(
                        right ->
                            right
                                ? cleared(key)
                                    .compose(
                                        _ -> next.apply(known.orElseThrow(), hash.orElseThrow()))
                                : Future.succeededFuture(new SignIn.Wrong())))
        .recover(failure -> takenBack(key, failure));
  }

  private Future<Void> cleared(String key) {
    return store.forget(key).compose(forgotten -> store.sweep(clock.instant(), settings));
  }

  private Future<SignIn> opened(AccountName name, String hash) {
    var token = SessionToken.random();
    return store
        .open(token, name, hash, clock.instant())
        .map(
            account ->
                account
                    .<SignIn>map(found -> new SignIn.Opened(token, found))
                    .orElseGet(SignIn.Wrong::new));
  }

  /** Whoever was given another password meanwhile keeps that: the one shown counts no more. */
  private Future<SignIn> changed(AccountName name, String shown, Password chosen) {
    return passwords
        .hash(chosen)
        .compose(
            hash ->
                accounts
                    .replacePassword(name, shown, hash)
                    .compose(
                        replaced ->
                            replaced
                                ? opened(name, hash)
                                : Future.succeededFuture(new SignIn.Wrong())));
  }

  /** A password that could not be looked at is no wrong one. */
  private Future<SignIn> takenBack(String key, Throwable failure) {
    return store
        .takeBack(key)
        .onFailure(again -> LOG.warn("a try of signing in stays counted", again))
        .transform(done -> Future.failedFuture(failure));
  }

  private static SignIn locked(Counted counted, Instant now) {
    return new SignIn.Locked(Duration.between(now, counted.until()));
  }

  /** What a name typed wrongly may be is nobody's business: people type passwords there. */
  private static String key(String name, String address) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((address + "\n" + name).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
