package deskbell.console.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.TooMany;
import deskbell.store.PgAccounts;
import deskbell.store.PgApiTokens;
import deskbell.store.PgSignIns;
import deskbell.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final String HOME = "192.0.2.1";
  private static final AccountName MIA = new AccountName("Mia");
  private static final Password RIGHT = new Password("correct horse battery");
  private static final Password WRONG = new Password("incorrect horse battery");

  /** As cheap as Argon2 can be. */
  static final AccountSettings SETTINGS =
      AccountSettings.DEFAULTS.withHashing(new Argon2(64, 1, 1));

  private final SetClock clock = new SetClock();
  private final PasswordWorker passwords = new PasswordWorker(vertx, SETTINGS);
  private final PgAccounts store = new PgAccounts(database.open(vertx));
  private final Accounts accounts = new Accounts(store, passwords, clock);
  private SignIns signIns = signIns();

  private SignIns signIns() {
    var tokens = new ApiTokens(new PgApiTokens(database.open(vertx)), clock);
    return new SignIns(
        store, new PgSignIns(database.open(vertx)), passwords, SETTINGS, clock, tokens);
  }

  @BeforeEach
  void mia_alone() throws Exception {
    database.execute("TRUNCATE account CASCADE; TRUNCATE sign_in_try");
    await(accounts.add(MIA, Role.AGENT, RIGHT));
  }

  @AfterAll
  static void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void the_right_password_opens_a_session_of_its_owner() throws Exception {
    var opened = (SignIn.Opened) await(signIns.signIn("Mia", RIGHT, HOME));
    assertThat(opened.account().name()).isEqualTo(MIA);
    assertThat(opened.account().role()).isEqualTo(Role.AGENT);
    assertThat(await(signIns.session(opened.token(), true))).contains(opened.account());
  }

  @Test
  void a_name_is_the_same_in_any_case_and_width() throws Exception {
    assertThat(await(signIns.signIn("ｍIA", RIGHT, HOME))).isInstanceOf(SignIn.Opened.class);
  }

  @Test
  void nobody_learns_whether_the_name_or_the_password_was_wrong() throws Exception {
    assertThat(await(signIns.signIn("Mia", WRONG, HOME))).isEqualTo(new SignIn.Wrong());
    assertThat(await(signIns.signIn("Nobody", WRONG, HOME))).isEqualTo(new SignIn.Wrong());
    assertThat(await(signIns.signIn("<no name at all>", WRONG, HOME)))
        .isEqualTo(new SignIn.Wrong());
  }

  @Test
  void an_unknown_name_costs_as_much_hashing_as_a_wrong_password() {
    var cost = new Argon2(4096, 8, 1);
    assertThat(parameters(cost.decoy())).isEqualTo(parameters(cost.hash("a password")));
  }

  /** Variant, version, memory, passes and lanes of a hash, and how long salt and hash are. */
  private static List<Object> parameters(String hash) {
    var parts = hash.split("[$]", -1);
    return List.of(parts[1], parts[2], parts[3], parts[4].length(), parts[5].length());
  }

  @Test
  void five_wrong_passwords_lock_name_and_address_for_fifteen_minutes() throws Exception {
    lockMia();
    assertThat(await(signIns.signIn("mia", RIGHT, HOME)))
        .isEqualTo(new SignIn.Locked(Duration.ofMinutes(15)));
    clock.advance(Duration.ofMinutes(14));
    assertThat(await(signIns.signIn("Mia", RIGHT, HOME)))
        .isEqualTo(new SignIn.Locked(Duration.ofMinutes(1)));
    clock.advance(Duration.ofMinutes(1));
    assertThat(await(signIns.signIn("Mia", RIGHT, HOME))).isInstanceOf(SignIn.Opened.class);
  }

  @Test
  void a_lock_holds_on_other_nodes_and_after_a_restart() throws Exception {
    lockMia();
    signIns = signIns();
    assertThat(await(signIns.signIn("Mia", RIGHT, HOME))).isInstanceOf(SignIn.Locked.class);
  }

  @Test
  void a_lock_leaves_other_addresses_and_names_alone() throws Exception {
    await(accounts.add(new AccountName("Tom"), Role.EDITOR, RIGHT));
    lockMia();
    assertThat(await(signIns.signIn("Mia", RIGHT, "192.0.2.2"))).isInstanceOf(SignIn.Opened.class);
    assertThat(await(signIns.signIn("Tom", RIGHT, HOME))).isInstanceOf(SignIn.Opened.class);
  }

  @Test
  void an_unknown_name_is_locked_like_a_known_one() throws Exception {
    for (int i = 0; i < 5; i++) {
      await(signIns.signIn("Nobody", WRONG, HOME));
    }
    assertThat(await(signIns.signIn("Nobody", WRONG, HOME))).isInstanceOf(SignIn.Locked.class);
  }

  @Test
  void many_guesses_at_once_are_no_more_than_five() throws Exception {
    var guesses = IntStream.range(0, 15).mapToObj(i -> signIns.signIn("Mia", WRONG, HOME)).toList();
    var outcomes = await(Future.join(guesses)).<SignIn>list();
    assertThat(outcomes).filteredOn(SignIn.Wrong.class::isInstance).hasSize(5);
    assertThat(outcomes).filteredOn(SignIn.Locked.class::isInstance).hasSize(10);
  }

  @Test
  void a_right_password_forgets_the_wrong_ones_before_it() throws Exception {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        await(signIns.signIn("Mia", WRONG, HOME));
      }
      assertThat(await(signIns.signIn("Mia", RIGHT, HOME))).isInstanceOf(SignIn.Opened.class);
    }
  }

  @Test
  void an_address_may_try_twenty_times_a_minute() throws Exception {
    for (int i = 0; i < 20; i++) {
      await(signIns.signIn("name " + i, WRONG, HOME));
    }
    assertThatThrownBy(() -> signIns.signIn("name 20", WRONG, HOME))
        .isInstanceOf(TooMany.class)
        .hasMessage("more than 20 sign-ins a minute");
    clock.advance(Duration.ofMinutes(1));
    assertThat(await(signIns.signIn("name 20", WRONG, HOME))).isInstanceOf(SignIn.Wrong.class);
  }

  @Test
  void a_session_ends_when_it_was_idle_for_twelve_hours() throws Exception {
    var token = miasSession();
    clock.advance(Duration.ofHours(11));
    assertThat(await(signIns.session(token, true))).isPresent();
    clock.advance(Duration.ofHours(11));
    assertThat(await(signIns.session(token, false))).isPresent();
    clock.advance(Duration.ofHours(1));
    assertThat(await(signIns.session(token, true))).isEmpty();
  }

  @Test
  void a_session_ends_after_seven_days_however_busy() throws Exception {
    var token = miasSession();
    for (int i = 0; i < 7 * 24 - 1; i++) {
      clock.advance(Duration.ofHours(1));
      assertThat(await(signIns.session(token, true))).isPresent();
    }
    clock.advance(Duration.ofHours(1));
    assertThat(await(signIns.session(token, true))).isEmpty();
  }

  @Test
  void signing_out_ends_this_session_alone() throws Exception {
    var here = miasSession();
    var there = miasSession();
    await(signIns.signOut(here));
    assertThat(await(signIns.session(here, true))).isEmpty();
    assertThat(await(signIns.session(there, true))).isPresent();
  }

  @Test
  void another_password_or_no_account_ends_every_session() throws Exception {
    var token = miasSession();
    await(accounts.changePassword(MIA, WRONG));
    assertThat(await(signIns.session(token, true))).isEmpty();
    var opened = (SignIn.Opened) await(signIns.signIn("Mia", WRONG, HOME));
    await(accounts.remove(MIA));
    assertThat(await(signIns.session(opened.token(), true))).isEmpty();
  }

  @Test
  void a_password_changed_while_the_old_one_is_checked_opens_nothing() throws Exception {
    var sessions = new PgSignIns(database.open(vertx));
    var hash = await(store.passwordHash(MIA)).orElseThrow();
    await(accounts.changePassword(MIA, WRONG));
    assertThat(await(sessions.open(SessionToken.random(), MIA, hash, clock.instant())))
        .isEqualTo(Optional.empty());
  }

  @Test
  void a_password_given_while_the_old_one_is_shown_is_not_replaced() throws Exception {
    var hash = await(store.passwordHash(MIA)).orElseThrow();
    await(accounts.changePassword(MIA, WRONG));
    assertThat(await(store.replacePassword(MIA, hash, "another"))).isFalse();
    assertThat(await(signIns.signIn("Mia", WRONG, HOME))).isInstanceOf(SignIn.Opened.class);
  }

  private void lockMia() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(await(signIns.signIn("Mia", WRONG, HOME))).isInstanceOf(SignIn.Wrong.class);
    }
  }

  private SessionToken miasSession() throws Exception {
    return ((SignIn.Opened) await(signIns.signIn("Mia", RIGHT, HOME))).token();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(10, SECONDS);
  }
}
