package deskbell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import deskbell.RunningServer;
import deskbell.Waiting;
import deskbell.shop.rest.RestShop;
import deskbell.store.TestDatabase;
import deskbell.webchat.ChatClient;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A shop that is down, slow or talks nonsense, as its shopper and its operator see it. */
class ShopTroubleJourneyTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();

  private final Logger logger = (Logger) LoggerFactory.getLogger(RestShop.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @TempDir Path data;

  /** What is the matter with the shop. */
  enum Trouble {
    DOWN,
    SLOW,
    NONSENSE
  }

  @BeforeEach
  void listenToTheLog() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leaveTheLog() {
    logger.detachAppender(log);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "DOWN, en, 'cancel my order LL20481234, anna@example.com', isn't answering,"
        + " How much is delivery?, £3.95, was not answered, yes please",
    "SLOW, zh, '取消订单LL20481234，邮箱anna@example.com', 没有回应," + " 运费多少钱？, ¥, was not answered, 好的",
    "NONSENSE, en, 'cancel my order LL20481234, anna@example.com', isn't answering,"
        + " How much is delivery?, £3.95, cannot be used, 'yes, ask one'"
  })
  void the_shopper_hears_it_honestly_and_goes_on_and_the_operator_reads_it_in_the_log(
      Trouble trouble,
      String language,
      String wish,
      String honest,
      String other,
      String told,
      String logged,
      String yes)
      throws Exception {
    var shop = troubled(trouble);
    try (var server =
            RunningServer.on(
                database,
                data,
                "--shop=http://127.0.0.1:" + shop.actualPort() + "/",
                "--shop-token=s3cret");
        var shopper = ChatClient.connect(VERTX, server.port())) {
      shopper.hello(JsonObject.of("locale", language));
      shopper.say(wish);
      assertThat(shopper.awaitMessage("bot").getString("text")).contains(honest);
      var wayOn = shopper.awaitMessage("bot");
      assertThat(wayOn.getJsonArray("choices")).hasSize(3);
      shopper.say(other);
      assertThat(shopper.awaitMessage("bot").getString("text")).contains(told);
      assertThat(shopper.awaitMessage("bot").getJsonArray("choices"))
          .containsAll(wayOn.getJsonArray("choices"));
      shopper.say(yes);
      Waiting.until(
          "a person is called",
          () ->
              "shop_unavailable"
                  .equals(
                      database.text(
                          "SELECT reason FROM ticket WHERE conversation = '%s'"
                              .formatted(shopper.conversation()))));
      assertThat(
              database.text(
                  "SELECT mode FROM conversation WHERE id = '%s'"
                      .formatted(shopper.conversation())))
          .isEqualTo("waiting");
    } finally {
      shop.close().await(10, TimeUnit.SECONDS);
    }
    assertThat(log.list)
        .filteredOn(event -> event.getLevel() == Level.WARN)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("GET /orders/") && line.contains(logged));
  }

  /** A shop in trouble; one that is down has given up the port that it had. */
  private static HttpServer troubled(Trouble trouble) throws TimeoutException {
    var shop =
        VERTX
            .createHttpServer()
            .requestHandler(
                request -> {
                  if (trouble == Trouble.NONSENSE) {
                    request.response().end("<h1>It works!</h1>");
                  }
                })
            .listen(0, "127.0.0.1")
            .await(10, TimeUnit.SECONDS);
    if (trouble == Trouble.DOWN) {
      shop.close().await(10, TimeUnit.SECONDS);
    }
    return shop;
  }
}
