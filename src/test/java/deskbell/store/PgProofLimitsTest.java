package deskbell.store;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.shop.ProofLimits.Subject;
import deskbell.shop.ProofLimits.Verdict;
import deskbell.shop.ProofSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgProofLimitsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final PgProofLimits limits = limits(VERTX);
  private final Subject order = new Subject("order:" + UUID.randomUUID(), 3);
  private final Subject address = new Subject("address:" + UUID.randomUUID(), 5);

  @AfterAll
  static void close() {
    now(VERTX.close());
  }

  @Test
  void tries_up_to_the_limit_are_open_and_then_locked_until_the_first_is_an_hour_old() {
    for (int minute = 0; minute < 3; minute++) {
      assertThat(tryAt(minute, order)).isInstanceOf(Verdict.Open.class);
    }
    assertThat(tryAt(3, order)).isEqualTo(new Verdict.Locked(NOON.plus(HOUR)));
    assertThat(tryAt(59, order)).isEqualTo(new Verdict.Locked(NOON.plus(HOUR)));
    assertThat(tryAt(60, order)).isInstanceOf(Verdict.Open.class);
    assertThat(tryAt(60, order)).isEqualTo(new Verdict.Locked(at(61)));
  }

  @Test
  void a_locked_try_counts_under_no_subject() {
    for (int i = 0; i < 3; i++) {
      tryAt(i, order, address);
    }
    for (int i = 0; i < 9; i++) {
      assertThat(tryAt(4, order, address)).isInstanceOf(Verdict.Locked.class);
    }
    assertThat(tryAt(5, address)).isInstanceOf(Verdict.Open.class);
    assertThat(tryAt(5, address)).isInstanceOf(Verdict.Open.class);
    assertThat(tryAt(5, address)).isEqualTo(new Verdict.Locked(at(60)));
  }

  @Test
  void the_lock_that_ends_last_is_told() {
    for (int i = 0; i < 3; i++) {
      tryAt(i, order);
    }
    for (int i = 10; i < 15; i++) {
      tryAt(i, address);
    }
    assertThat(tryAt(20, order, address)).isEqualTo(new Verdict.Locked(at(70)));
  }

  @Test
  void a_withdrawn_try_does_not_count() {
    for (int i = 0; i < 12; i++) {
      var open = (Verdict.Open) tryAt(i, order, address);
      now(limits.withdraw(open.attempt()));
    }
    assertThat(tryAt(12, order, address)).isInstanceOf(Verdict.Open.class);
  }

  @Test
  void other_subjects_are_not_locked() {
    for (int i = 0; i < 4; i++) {
      tryAt(i, order);
    }
    assertThat(tryAt(4, new Subject("order:" + UUID.randomUUID(), 3)))
        .isInstanceOf(Verdict.Open.class);
  }

  @Test
  void two_nodes_that_try_at_once_share_one_limit() {
    var secondVertx = Vertx.vertx();
    var second = limits(secondVertx);
    var tries = new ArrayList<Future<Verdict>>();
    for (int i = 0; i < 20; i++) {
      tries.add(limits.begin(List.of(order, address), NOON));
      tries.add(second.begin(List.of(address, order), NOON));
    }
    now(Future.join(tries));
    assertThat(tries).filteredOn(verdict -> verdict.result() instanceof Verdict.Open).hasSize(3);
    now(secondVertx.close());
  }

  @Test
  void limits_survive_a_new_instance() {
    for (int i = 0; i < 3; i++) {
      tryAt(i, order);
    }
    var afterRestart = Vertx.vertx();
    assertThat(now(limits(afterRestart).begin(List.of(order), at(30))))
        .isEqualTo(new Verdict.Locked(at(60)));
    now(afterRestart.close());
  }

  @Test
  void tries_that_no_longer_count_are_deleted() {
    tryAt(0, order);
    tryAt(0, order);
    tryAt(600, new Subject("order:" + UUID.randomUUID(), 3));
    var left =
        now(
            DATABASE
                .open(VERTX)
                .call(
                    client ->
                        client
                            .query(
                                "SELECT count(*) AS n FROM proof_try WHERE subject = '%s'"
                                    .formatted(order.key()))
                            .execute()));
    assertThat(left.iterator().next().getLong("n")).isZero();
  }

  private Verdict tryAt(long minute, Subject... subjects) {
    return now(limits.begin(List.of(subjects), at(minute)));
  }

  private static Instant at(long minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private static PgProofLimits limits(Vertx vertx) {
    return new PgProofLimits(DATABASE.open(vertx), ProofSettings.DEFAULTS);
  }
}
