package deskbell.bench;

import deskbell.store.Crowd;
import deskbell.store.Database;
import deskbell.store.DatabaseLocation;
import deskbell.store.DatabaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Measures what agents and editors wait for: lists and searches over HTTP, from the real server
 * with its own database, that holds this many articles and conversations.
 */
public final class ConsoleBench {
  /**
   * How much there is, and how often it is asked for.
   *
   * @param articles in each of two languages
   * @param conversations how many there are in all at each measuring, fewest first
   * @param requests of each page
   */
  public record Plan(int articles, List<Integer> conversations, int requests) {
    public Plan {
      conversations = conversations.stream().sorted().toList();
    }
  }

  /** Milliseconds that a page may take. */
  private static final double AIM = 200;

  private static final int WARM_UP = 10;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final List<String> ARTICLES =
      List.of(
          "articles?page=1",
          "articles?page=100",
          "articles?query=number%204711",
          "articles?query=%E7%AC%AC%204711",
          "articles?show=missing",
          "articles?show=draft");

  private static final List<String> CONVERSATIONS =
      List.of(
          "tickets",
          "conversations?state=bot",
          "archive",
          "archive?language=zh",
          "archive?handled=person&judged=bad",
          "archive?words=delivery",
          "archive?words=refund%20lamp",
          "archive?words=4711",
          "archive?words=nowhere",
          "archive?words=%E8%BF%90%E8%B4%B9",
          "archive?words=%E8%BF%90",
          "archive?words=%E9%80%80%E6%AC%BE%E5%8F%B0%E7%81%AF",
          "archive?words=%E5%8F%91%E7%A5%A8&judged=good",
          "figures");

  private final Plan plan;
  private final PrintStream out;

  /** A benchmark that prints what it measures. */
  public ConsoleBench(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /** Runs everything, some minutes; the server is stopped and its data removed. */
  public void run() throws IOException, InterruptedException, TimeoutException {
    var data = Files.createTempDirectory("deskbell-bench");
    var log = Files.createTempFile("deskbell-bench", ".log");
    var vertx = Vertx.vertx();
    var serve =
        List.of("serve", "--port=0", "--host=127.0.0.1", "--voters=linear", "--data=" + data);
    try (var server = ServerProcess.start(log, serve);
        var visitor = ConsoleVisitor.signedIn(server.port(), log)) {
      var location = new DatabaseLocation.Embedded(data.resolve("postgresql"));
      var patient = DatabaseSettings.at(location).withStatementLimit(LIMIT);
      var database = done(Database.open(vertx, patient));
      var crowd = new Crowd(database);
      done(crowd.articles(plan.articles()));
      out.printf("%,d articles in each of two languages%n", plan.articles());
      ARTICLES.forEach(page -> measure(visitor, page));
      var there = 0;
      for (var conversations : plan.conversations()) {
        done(crowd.conversations(there + 1, conversations));
        there = conversations;
        out.printf("%,d conversations, %,d messages%n", there, there * 4);
        CONVERSATIONS.forEach(page -> measure(visitor, page));
      }
      done(database.close());
    } finally {
      done(vertx.close());
      remove(data);
    }
  }

  private static <T> T done(Future<T> future) throws TimeoutException {
    return future.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private void measure(ConsoleVisitor visitor, String path) {
    var times = new Percentiles();
    for (var i = 0; i < WARM_UP + plan.requests(); i++) {
      var begun = System.nanoTime();
      visitor.read(path);
      if (i >= WARM_UP) {
        times.add((System.nanoTime() - begun) / 1_000);
      }
    }
    var p99 = times.milliseconds(0.99);
    out.printf(
        Locale.ROOT,
        "  %-48s p50 %7.1f ms   p99 %7.1f ms%s%n",
        path,
        times.milliseconds(0.5),
        p99,
        p99 > AIM ? "   over " + (int) AIM : "");
    out.flush();
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
