package deskbell;

import deskbell.store.DatabaseLocation;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** Told to stop while it starts, the server waits for so long until there is one to stop. */
  private static final long STARTED_SECONDS = 60;

  @Mixin Settings settings = new Settings();
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SettingsSheet.inForce(spec.mixins().get("settings").options())
        .forEach(line -> LOG.info("setting {}", line));
    settings.check();
    var vertx = Vertx.vertx();
    var starting = new CompletableFuture<Server>();
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starting, vertx, stopped), "stop"));
    try {
      var server = Server.start(vertx, settings, Seams.NONE);
      starting.complete(server);
      server.greeting().forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().flush();
    } catch (Exception failed) {
      starting.completeExceptionally(failed);
      vertx.close().await(CLOSE_SECONDS, TimeUnit.SECONDS);
      throw failed;
    }
    stopped.await();
    return 0;
  }

  private void stop(CompletableFuture<Server> starting, Vertx vertx, CountDownLatch stopped) {
    if (starting.isCompletedExceptionally()) {
      return;
    }
    LOG.info("stopping");
    try {
      starting.get(patience(), TimeUnit.SECONDS).stop();
      vertx.close();
    } catch (ExecutionException | TimeoutException | InterruptedException unstarted) {
      LOG.info("it had not started yet");
    }
    stopped.countDown();
  }

  /** An embedded database that was started would outlive this process; no other one is its own. */
  private long patience() {
    return settings.database().location() instanceof DatabaseLocation.Embedded
        ? STARTED_SECONDS
        : 0;
  }
}
