package deskbell.bench;

import deskbell.store.BareTurn;
import deskbell.store.Database;
import deskbell.store.DatabaseLocation;
import deskbell.store.DatabaseSettings;
import deskbell.store.embedded.EmbeddedDatabase;
import deskbell.store.embedded.EmbeddedSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The chat benchmark: the real server in a process of its own, shoppers on real sockets over
 * loopback, and the same run's yardsticks: a bare Vert.x echo server, and the bare two-trip turn on
 * the same PostgreSQL.
 */
public final class ChatBench {
  /**
   * How much is measured.
   *
   * @param sockets that talk as fast as they are answered
   * @param answers that the server has given before its speed is measured
   * @param settle how long to wait at most for the server's compiler to settle before that
   * @param rate messages a second of the latency figures
   * @param idle sockets that only stay open
   * @param voters who say what a message means
   */
  public record Plan(
      int sockets,
      int answers,
      Duration settle,
      int rate,
      int idle,
      String voters,
      Duration warmUp,
      Duration measured) {}

  private static final int BARE_TURNS = 10_000;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Plan plan;
  private final Path corpus;
  private final Path log = Path.of("target", "bench");
  private final PrintStream out;
  private final Path data;
  private final Vertx vertx = Vertx.vertx();

  /** A benchmark that says things from the corpus and prints what it measures. */
  public ChatBench(Plan plan, Path corpus, PrintStream out) throws IOException {
    this.plan = plan;
    this.corpus = corpus;
    this.out = out;
    this.data = Files.createTempDirectory("deskbell-bench");
  }

  /** Runs everything, some minutes; children are stopped and their data removed. */
  public void run() throws IOException, InterruptedException, TimeoutException {
    Files.createDirectories(log);
    try (var server = ServerProcess.start(log.resolve("server.log"), serve());
        var echo = ServerProcess.start(log.resolve("echo.log"), List.of("bench", "echo"))) {
      var port = server.port();
      var echoPort = echo.port();
      var echoed = echoRate(echoPort);
      var bare = bareTurns();
      var fast = fast(server, port);
      print("messages/s, stored and answered", "%.0f", fast.perSecond());
      print(
          "  to the bare two-trip turn (%.0f/s)".formatted(bare), "%.2f", fast.perSecond() / bare);
      print("  to the bare echo (%.0f/s)".formatted(echoed), "%.4f", fast.perSecond() / echoed);
      print("  CPU of the server, ms a message", "%.2f", fast.server());
      print("  its compiler worked, share of the time", "%.2f", fast.compiler());
      print("  CPU of the database, ms a message", "%.2f", fast.database());
      print("  errors", "%.0f", fast.errors());
      var paced = paced(server, port);
      print("at %d messages/s: answered/s".formatted(plan.rate()), "%.0f", paced.perSecond());
      print("  ack p99 ms", "%.1f", paced.ackP99());
      print("  answer p50 ms", "%.1f", paced.p50());
      print("  answer p99 ms", "%.1f", paced.p99());
      caches(port);
      memory(server, port, echo, echoPort);
    } finally {
      vertx.close().await(LIMIT.toSeconds(), TimeUnit.SECONDS);
      removeData();
    }
  }

  private void removeData() throws IOException {
    try (var all = Files.walk(data)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private List<String> serve() {
    return List.of(
        "serve",
        "--port=0",
        "--host=127.0.0.1",
        "--data=" + data,
        "--voters=" + plan.voters(),
        "--messages-per-ten-seconds=1000000",
        "--conversations-per-hour=10000000",
        "--connections-per-address=100000");
  }

  private double echoRate(int port) throws InterruptedException, TimeoutException {
    var load = new EchoLoad(vertx, port);
    load.connect(plan.sockets());
    var rate = load.perSecond(plan.warmUp(), plan.measured());
    load.close();
    return rate;
  }

  private double bareTurns() throws TimeoutException {
    var location = new DatabaseLocation.Embedded(postgresql());
    var database =
        Database.open(vertx, DatabaseSettings.at(location))
            .await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    var bare = BareTurn.prepared(database).await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    bare.run(BARE_TURNS / 2, plan.sockets()).await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    var rate = bare.run(BARE_TURNS, plan.sockets()).await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    bare.remove().await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    database.close().await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    return rate;
  }

  private Path postgresql() {
    return data.resolve("postgresql");
  }

  private ProcessorTime used(ServerProcess server, OtherJvm machine) {
    var database = EmbeddedDatabase.process(EmbeddedSettings.in(postgresql()));
    return new ProcessorTime(
        server.cpu(), machine.compiled(), database.map(ProcessorTime::ofAll).orElse(Duration.ZERO));
  }

  private ChatLoad load(ServerProcess server, int port) throws IOException {
    var machine = new OtherJvm(server.pid());
    return new ChatLoad(vertx, port, new Phrases(corpus), () -> used(server, machine));
  }

  private ChatLoad.Result fast(ServerProcess server, int port)
      throws IOException, InterruptedException, TimeoutException {
    var load = load(server, port);
    load.connect(plan.sockets());
    var result = load.asFastAsAnswered(plan.answers(), plan.settle(), plan.measured());
    load.close();
    return result;
  }

  private ChatLoad.Result paced(ServerProcess server, int port)
      throws IOException, InterruptedException, TimeoutException {
    var load = load(server, port);
    load.connect(plan.rate());
    var result = load.atRate(plan.rate(), plan.warmUp(), plan.measured());
    load.close();
    return result;
  }

  /** Every cache's hit rate as the server reports it. */
  private void caches(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"));
      client
          .send(request.build(), BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.contains("hit_rate") && !line.startsWith("#"))
          .forEach(out::println);
    }
  }

  private void memory(ServerProcess server, int port, ServerProcess echo, int echoPort)
      throws IOException, TimeoutException, InterruptedException {
    var bareMemory = new OtherJvm(echo.pid());
    var bareBefore = bareMemory.bytes();
    var bareLoad = new EchoLoad(vertx, echoPort);
    bareLoad.connect(plan.idle());
    var bare = (bareMemory.bytes() - bareBefore) / (double) plan.idle();
    bareLoad.close();

    var memory = new OtherJvm(server.pid());
    var before = memory.bytes();
    var load = load(server, port);
    load.connect(plan.idle());
    var own = (memory.bytes() - before) / (double) plan.idle();
    load.close();
    print("memory a thousand idle shoppers, MB", "%.1f", own * 1_000 / 1e6);
    print("  of a bare server, MB", "%.1f", bare * 1_000 / 1e6);
    print("  an idle shopper above the bare server, KB", "%.1f", (own - bare) / 1e3);
    print("  to the bare server", "%.2f", own / bare);
  }

  private void print(String what, String format, double value) {
    out.printf(Locale.ROOT, "%-52s " + format + "%n", what, value);
    out.flush();
  }
}
