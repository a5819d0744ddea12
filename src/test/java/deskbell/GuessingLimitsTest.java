package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.store.TestDatabase;
import deskbell.webchat.ChatClient;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The operator's limits on guessing proofs, on the whole server: each message a new conversation.
 */
class GuessingLimitsTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String NOT_FOUND = "I can't find an order with these details.";
  private static final String LOCKED = "The details didn't match too many times";
  private static final String FOUND = "Order LL";

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static RunningServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    server =
        RunningServer.on(
            database,
            data,
            "--trusted-proxies=127.0.0.1,::1",
            "--wrong-proofs-per-order=2",
            "--wrong-proofs-per-client=3");
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
    VERTX.close().await(5, TimeUnit.SECONDS);
  }

  @Test
  void after_so_many_wrong_proofs_an_order_is_shown_to_nobody() {
    assertThat(told("203.0.113.1", "LL20481234", "9998")).startsWith(NOT_FOUND);
    assertThat(told("203.0.113.2", "LL20481234", "0123")).startsWith(FOUND);
    assertThat(told("203.0.113.3", "LL20481234", "9999")).startsWith(NOT_FOUND);
    assertThat(told("203.0.113.4", "LL20481234", "0123")).startsWith(LOCKED);
    assertThat(told("203.0.113.4", "LL20481301", "0123")).startsWith(FOUND);
  }

  @Test
  void after_so_many_wrong_proofs_an_address_sees_no_order() {
    for (var order : new String[] {"LL20481188", "LL20478215", "LL00000000"}) {
      assertThat(told("198.51.100.7", order, "9999")).startsWith(NOT_FOUND);
    }
    assertThat(told("198.51.100.7", "LL20481259", "0188")).startsWith(LOCKED);
    assertThat(told("198.51.100.8", "LL20481259", "0188")).startsWith(FOUND);
  }

  /** What a shopper at this address hears first of an order and the end of a phone number. */
  private static String told(String address, String order, String phone) {
    try (var shopper =
        ChatClient.connect(VERTX, server.port(), Map.of("X-Forwarded-For", address))) {
      shopper.hello();
      shopper.say("Where is my order " + order + ", phone ends in " + phone);
      return shopper.awaitMessage("bot").getString("text");
    }
  }
}
