package deskbell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.FiledShop;
import deskbell.Rehearsed;
import deskbell.RunningServer;
import deskbell.ShiftedClock;
import deskbell.rehearsal.Exchange;
import deskbell.rehearsal.Verdict;
import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every written conversation, through the shipped model: rehearsed, and then over a real socket
 * against a server whose memory lies in PostgreSQL between any two turns.
 */
class WrittenConversationsTest {
  private static final List<String> VOTERS = List.of("linear", "neighbours", "transformer");

  /** More would leave the model no time for short answers, which differ from those rehearsed. */
  private static final int AT_ONCE = 2;

  private static final int CONVERSATIONS_A_LANGUAGE = 75;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir static Path data;

  private static final Vertx VERTX = Vertx.vertx();
  private static List<Verdict> verdicts;

  @BeforeAll
  static void rehearse() {
    database.attend();
    verdicts = Rehearsed.all().stream().map(Rehearsed.Run::verdict).toList();
  }

  @AfterAll
  static void stop() throws TimeoutException {
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void all_go_as_written() {
    assertThat(verdicts.stream().filter(verdict -> !verdict.passed()).map(Verdict::report))
        .isEmpty();
    assertThat(verdicts)
        .extracting(verdict -> verdict.conversation().language().code())
        .filteredOn("en"::equals)
        .hasSizeGreaterThanOrEqualTo(CONVERSATIONS_A_LANGUAGE);
    assertThat(verdicts)
        .extracting(verdict -> verdict.conversation().language().code())
        .filteredOn("zh"::equals)
        .hasSizeGreaterThanOrEqualTo(CONVERSATIONS_A_LANGUAGE);
  }

  @Test
  void all_go_the_same_way_over_a_real_socket() throws Exception {
    var shop = new FiledShop(Files.createDirectory(data.resolve("shop")));
    var clock = ShiftedClock.atNoon();
    try (var server =
        RunningServer.staged(
            database,
            data,
            shop,
            clock,
            "--voters=" + String.join(",", VOTERS),
            "--identity-secret=" + SocketShopper.SECRET.value(),
            "--conversations-per-hour=100000",
            "--messages-per-ten-seconds=100000")) {
      var differences = new ArrayList<String>();
      var steady = new ArrayList<Callable<List<String>>>();
      for (var verdict : verdicts) {
        if (!pauses(verdict)) {
          steady.add(() -> talked(server.port(), verdict, shop, clock));
        }
      }
      try (var shoppers = Executors.newFixedThreadPool(AT_ONCE)) {
        for (var done : shoppers.invokeAll(steady)) {
          differences.addAll(done.get());
        }
      }
      // the clock is the server's: whoever lets time pass talks alone
      for (var verdict : verdicts) {
        if (pauses(verdict)) {
          clock.reset();
          differences.addAll(talked(server.port(), verdict, shop, clock));
        }
      }
      assertThat(differences).isEmpty();
    }
  }

  private static boolean pauses(Verdict verdict) {
    return verdict.exchanges().stream().map(Exchange::silence).anyMatch(Duration::isPositive);
  }

  private static List<String> talked(int port, Verdict verdict, FiledShop shop, ShiftedClock clock)
      throws IOException {
    try (var shopper = SocketShopper.hello(VERTX, port, verdict, shop, clock)) {
      for (int turn = 0; turn < shopper.turns(); turn++) {
        clock.pass(verdict.exchanges().get(turn).silence());
        shopper.turn(turn);
      }
      return shopper.differences();
    }
  }
}
