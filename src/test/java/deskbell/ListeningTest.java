package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Unavailable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListeningTest {
  @Test
  void a_port_that_is_taken_is_told_by_number() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var port = taken.getLocalPort();
      assertThat(explained(new HttpServerOptions().setPort(port), "--port=" + port))
          .isInstanceOf(Unavailable.class)
          .hasMessage(
              "port %d of 0.0.0.0 is taken or not to be had; choose another with --port", port);
    }
  }

  @Test
  void a_host_that_is_no_address_here_is_told_by_name() throws Exception {
    var nowhere = "nowhere.invalid";
    assertThat(explained(new HttpServerOptions().setPort(0).setHost(nowhere), "--host=" + nowhere))
        .isInstanceOf(Unavailable.class)
        .hasMessage("host is nowhere.invalid, which is no address of this machine; correct --host");
  }

  @Test
  void files_that_are_no_certificate_are_told_by_their_settings() throws Exception {
    var pom = new PemKeyCertOptions().setCertPath("pom.xml").setKeyPath("pom.xml");
    var options = new HttpServerOptions().setPort(0).setSsl(true).setKeyCertOptions(pom);
    assertThat(explained(options, "--tls-certificate=pom.xml", "--tls-key=pom.xml"))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("TLS cannot be spoken with --tls-certificate and --tls-key: ");
  }

  /** What becomes of the failure of a server that really tries to listen. */
  private static Throwable explained(HttpServerOptions options, String... flags) throws Exception {
    var serve = new ServeCommand();
    Main.parse(serve, List.of(flags));
    var vertx = Vertx.vertx();
    try {
      var failure =
          vertx
              .createHttpServer(options)
              .requestHandler(_ -> {})
              .listen()
              .<Throwable>map(_ -> new AssertionError("it listens"))
              .otherwise(reason -> reason)
              .await(10, TimeUnit.SECONDS);
      return Listening.explained(failure, serve.settings.web());
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }
}
