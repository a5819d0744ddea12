package deskbell.store;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Conflict;
import deskbell.conversation.Versioned;
import deskbell.handoff.CannedReply;
import deskbell.handoff.Department;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk is furnished with, changed by two administrators at once. */
class PgFurnishingsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final Optional<Long> NONE = Optional.of(0L);
  private static final Optional<Long> ANY = Optional.empty();

  private static PgFurnishings store;

  @BeforeAll
  static void open() {
    store = new PgFurnishings(DATABASE.open(VERTX));
  }

  @BeforeEach
  void nothing_there() {
    DATABASE.execute("DELETE FROM department; TRUNCATE canned_reply");
  }

  @AfterAll
  static void stop() {
    await(VERTX.close());
  }

  private static CannedReply hello(String words) {
    return new CannedReply("hello", words, "");
  }

  private static Department returns(String name) {
    return new Department("returns", name, "退换货", List.of("return-item"));
  }

  private static Versioned<CannedReply> reply() {
    return await(store.cannedReplies()).getFirst();
  }

  private static Versioned<Department> department() {
    return await(store.departments()).getFirst();
  }

  private static void late(Future<?> change, String message) {
    assertThatThrownBy(() -> await(change)).isInstanceOf(Conflict.class).hasMessage(message);
  }

  @Test
  void rules_that_changed_since_they_were_seen_are_not_replaced() {
    var seen = await(store.policy());
    var version = Optional.of(seen.version());
    await(store.policy(seen.value(), version));
    late(
        store.policy(seen.value(), version),
        "rules of the desk changed meanwhile; this change is of version " + seen.version());
    assertThat(await(store.policy()).version()).isEqualTo(seen.version() + 1);
    await(store.policy(seen.value(), ANY));
  }

  @Test
  void a_reply_that_changed_since_it_was_seen_is_neither_replaced_nor_removed() {
    await(store.put(hello("Hello"), NONE));
    var seen = Optional.of(reply().version());
    await(store.put(hello("Good morning"), seen));
    var message = "canned reply hello changed meanwhile; this change is of version ";
    late(store.put(hello("Hi"), seen), message + seen.orElseThrow());
    late(store.removeCannedReply("hello", seen), message + seen.orElseThrow());
    assertThat(reply().value()).isEqualTo(hello("Good morning"));
    assertThat(await(store.removeCannedReply("hello", Optional.of(reply().version())))).isTrue();
    assertThat(await(store.removeCannedReply("hello", seen))).isFalse();
  }

  @Test
  void a_name_that_is_taken_is_not_written_over_by_whoever_knows_of_none() {
    await(store.put(hello("Hello"), NONE));
    late(
        store.put(hello("Hi"), NONE),
        "canned reply hello changed meanwhile; this change is of version 0");
    await(store.put(returns("Returns"), NONE));
    late(
        store.put(returns("Refunds"), NONE),
        "department returns changed meanwhile; this change is of version 0");
    await(store.put(hello("Hi"), ANY));
    assertThat(reply().value()).isEqualTo(hello("Hi"));
  }

  @Test
  void what_was_removed_meanwhile_does_not_come_back_by_a_change() {
    await(store.put(returns("Returns"), NONE));
    var seen = Optional.of(department().version());
    assertThat(await(store.removeDepartment("returns", seen))).isTrue();
    late(
        store.put(returns("Refunds"), seen),
        "department returns changed meanwhile; this change is of version " + seen.orElseThrow());
    assertThat(await(store.departments())).isEmpty();
  }

  @Test
  void what_was_removed_and_added_again_is_not_taken_for_what_was_seen() {
    await(store.put(returns("Returns"), NONE));
    var seen = Optional.of(department().version());
    await(store.removeDepartment("returns", ANY));
    await(store.put(returns("Somebody else's"), NONE));
    late(
        store.removeDepartment("returns", seen),
        "department returns changed meanwhile; this change is of version " + seen.orElseThrow());
    assertThat(department().value().english()).isEqualTo("Somebody else's");
  }

  @Test
  void a_department_that_stays_is_not_taken_from_its_agents() {
    DATABASE.execute(
        """
        INSERT INTO account (name_key, name, role, password_hash, created_at)
        VALUES ('mia', 'Mia', 'agent', 'x', now())
        """);
    await(store.put(returns("Returns"), NONE));
    DATABASE.execute("UPDATE account SET departments = '{returns}'");
    var wrong = Optional.of(department().version() + 1);
    late(
        store.removeDepartment("returns", wrong),
        "department returns changed meanwhile; this change is of version " + wrong.orElseThrow());
    assertThat(DATABASE.text("SELECT departments FROM account")).isEqualTo("{returns}");
    assertThat(await(store.removeDepartment("returns", ANY))).isTrue();
    assertThat(DATABASE.text("SELECT departments FROM account")).isEqualTo("{}");
  }
}
