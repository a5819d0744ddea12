package deskbell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.DoomedServer;
import deskbell.FiledShop;
import deskbell.Rehearsed;
import deskbell.ShiftedClock;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Conversation;
import deskbell.rehearsal.Verdict;
import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample of the written conversations, whose server is killed (SIGKILL) after the first turn, and
 * its successor between accepting the second one and answering it.
 */
class KilledConversationsTest {
  private static final long SEED = 4;
  private static final int TURNS = 2;

  /** Conversations of a language, each of another flow. */
  private static final int A_LANGUAGE = 7;

  /** Of these somebody is signed in. */
  private static final int SIGNED_IN = 2;

  /** Of these some may go another way without the Transformer, and are then left out. */
  private static final int MAY_DIFFER = 2;

  private static final List<String> VOTERS = List.of("linear", "neighbours");

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();

  @TempDir Path data;

  @AfterAll
  static void stop() throws TimeoutException {
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void losing_the_process_changes_nothing_in_what_follows() throws Exception {
    database.attend();
    var shop = new FiledShop(Files.createDirectory(data.resolve("shop")));
    var clock = ShiftedClock.atNoon();
    var shoppers = new ArrayList<SocketShopper>();
    for (int turn = 0; turn < TURNS; turn++) {
      var keepsAnswers = turn % 2 == 1;
      try (var doomed = started(shop, clock, keepsAnswers)) {
        if (turn == 0) {
          for (var verdict : sample()) {
            shoppers.add(SocketShopper.hello(VERTX, doomed.port(), verdict, shop, clock));
          }
        } else {
          resume(shoppers, doomed);
        }
        for (var shopper : shoppers) {
          shopper.send(turn);
          if (!keepsAnswers) {
            shopper.hear(turn);
          }
        }
        killed(doomed, shoppers);
      }
      if (keepsAnswers) {
        try (var successor = started(shop, clock, false)) {
          resume(shoppers, successor);
          for (var shopper : shoppers) {
            shopper.hear(turn);
          }
          killed(successor, shoppers);
        }
      }
      assertThat(shoppers.stream().flatMap(shopper -> shopper.differences().stream())).isEmpty();
    }
  }

  /** Conversations of so many turns that go as written by these voters. */
  private static List<Verdict> sample() {
    var verdicts =
        Rehearsed.by(VOTERS, KilledConversationsTest::drawn).stream()
            .filter(verdict -> verdict.passed() && verdict.exchanges().size() == TURNS)
            .toList();
    for (var language : Language.values()) {
      assertThat(verdicts)
          .filteredOn(verdict -> verdict.conversation().language() == language)
          .hasSizeGreaterThanOrEqualTo(A_LANGUAGE - MAY_DIFFER)
          .anyMatch(verdict -> verdict.conversation().signedIn().isPresent());
    }
    return verdicts;
  }

  private static List<Conversation> drawn(List<Conversation> written) {
    var shuffled = new ArrayList<>(written);
    Collections.shuffle(shuffled, new Random(SEED));
    return Arrays.stream(Language.values()).flatMap(language -> drawn(language, shuffled)).toList();
  }

  /** Of each flow one at most, so that the sample is of many. */
  private static Stream<Conversation> drawn(Language language, List<Conversation> shuffled) {
    var signedIn = new LinkedHashMap<String, Conversation>();
    var others = new LinkedHashMap<String, Conversation>();
    shuffled.stream()
        .filter(conversation -> conversation.language() == language && fits(conversation))
        .forEach(
            conversation ->
                (conversation.signedIn().isPresent() ? signedIn : others)
                    .putIfAbsent(conversation.flow(), conversation));
    var first = signedIn.values().stream().limit(SIGNED_IN).toList();
    first.forEach(conversation -> others.remove(conversation.flow()));
    return Stream.concat(first.stream(), others.values().stream().limit(A_LANGUAGE - first.size()));
  }

  /** Of the right length, calling the shop, without a pause. */
  private static boolean fits(Conversation conversation) {
    var lines = conversation.lines();
    return lines.stream().filter(KilledConversationsTest::turn).count() == TURNS
        && lines.stream().anyMatch(Conversation.Shop.class::isInstance)
        && lines.stream().noneMatch(Conversation.Silence.class::isInstance);
  }

  private static boolean turn(Conversation.Line line) {
    return line instanceof Conversation.Shopper || line instanceof Conversation.Presses;
  }

  private DoomedServer started(FiledShop shop, ShiftedClock clock, boolean keepsAnswers)
      throws IOException {
    return DoomedServer.staged(
        database,
        data,
        shop,
        clock,
        keepsAnswers,
        "--identity-secret=" + SocketShopper.SECRET.value());
  }

  private static void killed(DoomedServer server, List<SocketShopper> shoppers)
      throws InterruptedException {
    server.kill();
    shoppers.forEach(SocketShopper::close);
  }

  private static void resume(List<SocketShopper> shoppers, DoomedServer server) {
    shoppers.forEach(shopper -> shopper.resume(server.port()));
  }
}
