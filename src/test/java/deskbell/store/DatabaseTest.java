package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();

  @AfterAll
  static void stop() throws Exception {
    vertx.close().await(10, SECONDS);
  }

  @Test
  void an_open_database_is_ready() throws Exception {
    var open = database.open(vertx);
    assertThat(open.ready().await(10, SECONDS)).isNull();
    assertThat(open.connections()).isPositive();
  }
}
