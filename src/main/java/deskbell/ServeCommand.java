package deskbell;

import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the server until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the server with all it needs.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final long CLOSE_SECONDS = 10;

  @Mixin Settings settings = new Settings();
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SettingsSheet.inForce(spec.mixins().get("settings").options())
        .forEach(line -> LOG.info("setting {}", line));
    settings.check();
    var vertx = Vertx.vertx();
    var stopped = new CountDownLatch(1);
    try {
      var server = Server.start(vertx, settings, Seams.NONE);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, vertx, stopped), "stop"));
      server.greeting().forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().flush();
    } catch (Exception failed) {
      vertx.close().await(CLOSE_SECONDS, TimeUnit.SECONDS);
      throw failed;
    }
    stopped.await();
    return 0;
  }

  private static void stop(Server server, Vertx vertx, CountDownLatch stopped) {
    LOG.info("stopping");
    server.stop();
    vertx.close();
    stopped.countDown();
  }
}
