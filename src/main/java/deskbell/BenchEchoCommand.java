package deskbell;

import deskbell.bench.EchoServer;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** {@code bench echo}: the yardstick's server; runs until it is stopped. */
@Command(
    name = "echo",
    description = "Runs the bare echo server that others are measured against.",
    hidden = true)
final class BenchEchoCommand implements Callable<Integer> {
  private static final long START_SECONDS = 10;

  @Override
  public Integer call() throws Exception {
    var port = EchoServer.start(Vertx.vertx(), 0).await(START_SECONDS, TimeUnit.SECONDS);
    System.out.println("echo server http://localhost:" + port);
    new CountDownLatch(1).await();
    return 0;
  }
}
