package deskbell.store;

import static deskbell.Waiting.until;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.console.setup.SetupInUse;
import deskbell.conversation.Conflict;
import deskbell.handoff.Hours;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators set, kept and followed by the nodes of one database. */
class PgSetupTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx HERE = Vertx.vertx();
  private static final Vertx THERE = Vertx.vertx();
  private static final Hours SHOP =
      Hours.parse(
          "Mon 09:00-12:00, Mon 13:00-00:00, Sat 10:00-14:00",
          ZoneId.of("Asia/Shanghai"),
          Set.of(LocalDate.parse("2027-02-06"), LocalDate.parse("2026-12-25")));
  private static final List<String> USUAL = List.of("https://usual.example");

  private static PgSetup store;

  @BeforeAll
  static void open() {
    store = new PgSetup(DATABASE.open(HERE));
  }

  @BeforeEach
  void nothing_set() {
    await(store.hours(Optional.empty(), Optional.empty()));
    await(store.origins(Optional.empty(), Optional.empty()));
  }

  @AfterAll
  static void stop() {
    await(HERE.close());
    await(THERE.close());
  }

  @Test
  void what_is_set_is_read_again_under_a_number_that_grows() {
    var before = await(store.read());
    assertThat(before.hours()).isEmpty();
    assertThat(before.origins()).isEmpty();
    var hours = await(store.hours(Optional.of(SHOP), Optional.empty()));
    assertThat(hours.hours()).contains(SHOP);
    assertThat(hours.number()).isEqualTo(before.number() + 1);
    var origins = await(store.origins(Optional.of(List.of()), Optional.empty()));
    assertThat(origins.origins()).contains(List.of());
    assertThat(origins.hours()).contains(SHOP);
    assertThat(await(store.read())).isEqualTo(origins);
    assertThat(await(store.hours(Optional.empty(), Optional.empty())).hours()).isEmpty();
  }

  @Test
  void sites_that_changed_since_they_were_seen_are_not_replaced() {
    var seen = Optional.of(await(store.read()).originsVersion());
    var theirs = await(store.origins(Optional.of(List.of("https://theirs.example")), seen));
    assertThat(theirs.originsVersion()).isEqualTo(seen.orElseThrow() + 1);
    assertThatThrownBy(() -> await(store.origins(Optional.empty(), seen)))
        .isInstanceOf(Conflict.class)
        .hasMessage("sites changed meanwhile; this change is of version " + seen.orElseThrow());
    await(store.hours(Optional.of(SHOP), Optional.empty()));
    assertThat(await(store.read()).origins()).contains(List.of("https://theirs.example"));
    assertThat(await(store.read()).originsVersion()).isEqualTo(theirs.originsVersion());
  }

  @Test
  void every_node_goes_by_what_was_set_on_one_and_back_to_its_settings() {
    try (var here = node(HERE);
        var there = node(THERE)) {
      assertThat(there.hours()).isEqualTo(Hours.ALWAYS);
      assertThat(there.origins()).isEqualTo(USUAL);
      await(here.hours(Optional.of(SHOP), Optional.empty()));
      await(here.origins(Optional.of(List.of("https://shop.example")), Optional.empty()));
      assertThat(here.hours()).isEqualTo(SHOP);
      assertThat(here.origins()).containsExactly("https://shop.example");
      until(() -> there.hours().equals(SHOP) && there.origins().equals(here.origins()));
      await(here.hours(Optional.empty(), Optional.empty()));
      await(here.origins(Optional.empty(), Optional.empty()));
      assertThat(here.hours()).isEqualTo(Hours.ALWAYS);
      until(() -> there.hours().equals(Hours.ALWAYS) && there.origins().equals(USUAL));
    }
  }

  @Test
  void an_identity_that_could_not_be_read_again_is_not_kept() {
    var id = DATABASE.conversation();
    assertThatThrownBy(
            () ->
                DATABASE.execute(
                    "UPDATE conversation SET identity = repeat('x', 201) WHERE id = '%s'"
                        .formatted(id)))
        .hasStackTraceContaining("conversation_identity_length");
    DATABASE.execute(
        "UPDATE conversation SET identity = repeat('x', 200) WHERE id = '%s'".formatted(id));
  }

  private static SetupInUse node(Vertx vertx) {
    return await(SetupInUse.open(vertx, new PgSetup(DATABASE.open(vertx)), Hours.ALWAYS, USUAL));
  }
}
