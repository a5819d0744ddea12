package deskbell.shop.rest;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import deskbell.conversation.Unavailable;
import deskbell.shop.ShopWrite;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/** A played shop, and the connector to it, with its log. */
abstract class RestShopCase {
  static final String ORDER =
      """
      {"number": "LL20481234", "user": "amelia", "email": "amelia.hart@example.com",
       "phone": "+44 7700 900123",
       "items": [{"code": "LL-C101", "name": {"en": "Jumper", "zh": "毛衣"}, "size": "M",
                  "quantity": 1, "price": {"currency": "GBP", "amount": "69.00"}}],
       "total": {"currency": "GBP", "amount": "87.00"}, "status": "delivered",
       "ordered": "2026-11-20", "eta": "2026-11-23", "delivered": "2026-11-22",
       "shipment": {"carrier": "Royal Mail", "tracking": "QA482190374GB"},
       "address": {"text": "4 Elm Grove, Bristol BS6 6AQ", "city": "Bristol"},
       "refund": {"state": "checked", "amount": {"currency": "GBP", "amount": 69}, "day": null},
       "return": {"number": "RT20481234", "method": "label"}, "invoice": "IN20481234"}
      """;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration SHORT = Duration.ofMillis(300);
  static final ShopWrite CANCEL = new ShopWrite.CancelOrder("LL20481234");

  private final Vertx vertx = Vertx.vertx();
  final PlayedShop played = new PlayedShop(vertx);
  final RestShop shop =
      new RestShop(vertx, RestSettings.at(played.address(), "s3cret").within(CONNECT, ANSWER));
  final RestShop impatient =
      new RestShop(vertx, RestSettings.at(played.address(), "s3cret").within(CONNECT, SHORT));
  private final Logger logger = (Logger) LoggerFactory.getLogger(RestShop.class);
  final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listenToTheLog() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    now(shop.close());
    now(impatient.close());
    now(vertx.close());
  }

  static String with(String field, Object value) {
    return new JsonObject(ORDER).put(field, value).encode();
  }

  final String logged() {
    assertThat(log.list).hasSize(1);
    return log.list.getFirst().getFormattedMessage();
  }

  static void unavailable(Future<?> answer) {
    assertThatThrownBy(() -> now(answer))
        .isInstanceOf(Unavailable.class)
        .hasMessage("the shop does not answer");
  }
}
