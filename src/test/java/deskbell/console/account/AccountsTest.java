package deskbell.console.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Conflict;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.store.PgAccounts;
import deskbell.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final Password PASSWORD = new Password("correct horse battery");

  private final PasswordWorker passwords = new PasswordWorker(vertx, SignInsTest.SETTINGS);
  private final PgAccounts store = new PgAccounts(database.open(vertx));
  private final Accounts accounts = new Accounts(store, passwords, new SetClock());

  @BeforeEach
  void nobody() {
    database.execute("TRUNCATE account CASCADE");
  }

  @AfterAll
  static void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void the_first_start_makes_one_administrator_and_later_ones_none() throws Exception {
    var first = await(accounts.createFirstAdmin()).orElseThrow();
    assertThat(first.password().clear()).matches("[A-Za-z0-9]{20}");
    assertThat(await(accounts.list()))
        .extracting(Account::name, Account::role)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(first.name(), Role.ADMIN));
    assertThat(await(accounts.createFirstAdmin())).isEmpty();
  }

  @Test
  void two_nodes_that_start_at_once_make_one_administrator() throws Exception {
    var both = Future.join(accounts.createFirstAdmin(), accounts.createFirstAdmin());
    assertThat(await(both).<java.util.Optional<?>>list())
        .filteredOn(java.util.Optional::isPresent)
        .hasSize(1);
  }

  @Test
  void a_stored_password_is_an_argon2id_hash_with_a_salt_of_its_own() throws Exception {
    await(accounts.add(new AccountName("Mia"), Role.AGENT, PASSWORD));
    await(accounts.add(new AccountName("小王"), Role.AGENT, PASSWORD));
    var mia = await(store.passwordHash(new AccountName("mia"))).orElseThrow();
    var wang = await(store.passwordHash(new AccountName("小王"))).orElseThrow();
    assertThat(mia).startsWith("$argon2id$v=19$m=64,t=1,p=1$").isNotEqualTo(wang);
  }

  @Test
  void a_name_is_given_once_whatever_its_case() throws Exception {
    await(accounts.add(new AccountName("Mia"), Role.AGENT, PASSWORD));
    assertThatThrownBy(() -> await(accounts.add(new AccountName("MIA"), Role.ADMIN, PASSWORD)))
        .isInstanceOf(Conflict.class)
        .hasMessage("name MIA is taken");
  }

  @Test
  void the_last_administrator_stays() throws Exception {
    var anna = new AccountName("Anna");
    await(accounts.add(anna, Role.ADMIN, PASSWORD));
    await(accounts.add(new AccountName("Ben"), Role.ADMIN, PASSWORD));
    await(accounts.add(new AccountName("Cleo"), Role.AGENT, PASSWORD));
    await(accounts.remove(new AccountName("Ben")));
    await(accounts.remove(new AccountName("Cleo")));
    assertThatThrownBy(() -> await(accounts.remove(anna)))
        .isInstanceOf(Conflict.class)
        .hasMessage("Anna is the last administrator");
  }

  @Test
  void of_two_administrators_who_shut_each_other_out_one_stays() throws Exception {
    var anna = new AccountName("Anna");
    var ben = new AccountName("Ben");
    await(accounts.add(anna, Role.ADMIN, PASSWORD));
    await(accounts.add(ben, Role.ADMIN, PASSWORD));
    var out = Optional.of(true);
    var both =
        List.of(
            accounts.change(anna, Optional.empty(), out),
            accounts.change(ben, Optional.empty(), out));
    assertThatThrownBy(() -> await(Future.all(both))).isInstanceOf(Conflict.class);
    assertThat(await(accounts.list())).filteredOn(Account::disabled).hasSize(1);
  }

  @Test
  void an_unknown_name_is_said_to_be_one() {
    var nobody = new AccountName("nobody");
    assertThatThrownBy(() -> await(accounts.remove(nobody)))
        .isInstanceOf(NotFound.class)
        .hasMessage("account nobody does not exist");
    assertThatThrownBy(() -> await(accounts.changePassword(nobody, PASSWORD)))
        .isInstanceOf(NotFound.class)
        .hasMessage("account nobody does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " Mia", "Mia ", "-", "<b>", "a\nb", "x_y", "[a](b)"})
  void a_name_that_shoppers_should_not_see_is_refused(String name) {
    assertThatThrownBy(() -> new AccountName(name))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith("name must have 1 to 64 letters, digits, spaces");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mia", "王小明", "Anne-Marie O'Neil", "J. R.", "mia@shop.example", "7"})
  void a_name_may_be_any_persons(String name) {
    assertThat(new AccountName(name).value()).isEqualTo(name);
  }

  @Test
  void a_short_password_is_refused() {
    assertThatThrownBy(() -> Password.chosen("elevenchars"))
        .isInstanceOf(Invalid.class)
        .hasMessage("password is too short; at least 12 characters");
    assertThatThrownBy(() -> new Password("x".repeat(201)))
        .isInstanceOf(Invalid.class)
        .hasMessage("password has 201 characters; at most 200");
  }

  @Test
  void secrets_do_not_print_themselves() {
    assertThat(PASSWORD).hasToString("********");
    assertThat(SessionToken.random()).hasToString("********");
  }

  @Test
  void a_known_hash_is_verified() {
    // reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e
    var hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(Argon2.verify("password", hash)).isTrue();
    assertThat(Argon2.verify("Password", hash)).isFalse();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(10, SECONDS);
  }
}
