package deskbell.webchat;

import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationId;
import deskbell.web.BusEvents;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final BusEvents EVENTS = new BusEvents(VERTX);

  private final Queue<ConversationEvent> told = new ConcurrentLinkedQueue<>();
  private final Queue<ConversationId> left = new ConcurrentLinkedQueue<>();
  private final AtomicInteger signs = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  private final ForwardingSessions sessions =
      new ForwardingSessions() {
        @Override
        public Sessions store() {
          throw new AssertionError("nothing else is asked for");
        }

        @Override
        public Future<List<ConversationId>> signOfLife(Duration silence) {
          assertThat(silence).isEqualTo(Duration.ofSeconds(2));
          signs.incrementAndGet();
          return Future.succeededFuture(left.isEmpty() ? List.of() : List.of(left.remove()));
        }
      };

  @AfterAll
  static void stop() throws Exception {
    VERTX.close().await();
  }

  private Attendance attendance() {
    return new Attendance(VERTX, sessions, EVENTS, now::get, TestSettings.open().times());
  }

  private void twoMoreSigns() {
    var before = signs.get();
    until("it gives signs of life", () -> signs.get() > before + 1);
  }

  @Test
  void whose_server_is_lost_is_told_once() {
    var gone = ConversationId.random();
    left.add(gone);
    var heard = EVENTS.subscribe(told::add);
    try (var attendance = attendance()) {
      until("the desk is told", () -> told.contains(new TicketChanged(gone)));
      twoMoreSigns();
      assertThat(told).hasSize(1);
      assertThat(attendance.round()).isZero();
    }
    heard.cancel();
  }

  @Test
  void who_was_silent_for_so_long_that_it_may_count_as_lost_begins_a_new_round() {
    try (var attendance = attendance()) {
      now.updateAndGet(then -> then.plusMillis(1_700));
      twoMoreSigns();
      assertThat(attendance.round()).isZero();
      now.updateAndGet(then -> then.plusMillis(1_701));
      twoMoreSigns();
      assertThat(attendance.round()).isOne();
    }
  }
}
