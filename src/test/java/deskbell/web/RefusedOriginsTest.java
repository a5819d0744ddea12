package deskbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the operator hears of pages that may not open the chat. */
class RefusedOriginsTest {
  private final Vertx vertx = Vertx.vertx();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(RefusedOrigins.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leave() throws TimeoutException {
    logger.detachAppender(log);
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_refused_page_is_named_once_with_what_to_do() throws Exception {
    var settings = WebSettings.DEFAULTS.at("localhost", 0);
    var site = new Site(settings);
    var server = new WebServer(vertx, settings, site, List.of(() -> router -> chat(site, router)));
    server.start().await(10, TimeUnit.SECONDS);
    for (var times = 0; times < 3; times++) {
      assertThat(knock(server.port())).isEqualTo(403);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "a page of https://shop.example may not open the chat: where it is the shop's, add it"
                + " in the console under Set-up, Sites with the chat, or start with --origins"
                + " https://shop.example");
  }

  @Test
  void nobody_can_fill_the_log_with_names() {
    var refused = new RefusedOrigins();
    for (var i = 0; i < 2 * RefusedOrigins.MAX_NAMED; i++) {
      refused.add("https://" + i + ".example");
    }
    refused.add("https://" + "x".repeat(Origins.MAX_CHARACTERS));
    assertThat(log.list).hasSize(RefusedOrigins.MAX_NAMED);
  }

  private static void chat(Site site, Router router) {
    router
        .get("/socket")
        .handler(context -> site.upgrade(context.request()).onFailure(context::fail));
  }

  private int knock(int port) throws Exception {
    var options =
        new WebSocketConnectOptions()
            .setHost("localhost")
            .setPort(port)
            .setURI("/socket")
            .addHeader("Origin", "https://shop.example");
    try {
      vertx.createWebSocketClient().connect(options).await(10, TimeUnit.SECONDS);
      return 101;
    } catch (UpgradeRejectedException refused) {
      return refused.getStatus();
    }
  }
}
