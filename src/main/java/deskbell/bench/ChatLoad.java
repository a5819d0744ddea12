package deskbell.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Loads a server with shoppers: as fast as it answers, or at a fixed rate. */
final class ChatLoad implements BenchShopper.Listener {
  private static final Duration CONNECT_LIMIT = Duration.ofMinutes(2);
  private static final int CONNECTING_AT_ONCE = 64;

  /** A compiler that works for less than this share of so long a look has settled. */
  private static final double SETTLED = 0.05;

  private static final Duration LOOK = Duration.ofSeconds(10);

  /**
   * What was seen in a stretch of time.
   *
   * @param ackP99 milliseconds, as are the other percentiles
   * @param server milliseconds of the server's processor time that an answered message cost
   * @param compiler the share of the time that the server's compiler worked
   * @param database the same of the database's
   */
  record Result(
      double perSecond,
      double ackP99,
      double p50,
      double p99,
      double server,
      double compiler,
      double database,
      int answered,
      int errors) {}

  private final Vertx vertx;
  private final WebSocketClient client;
  private final int port;
  private final Phrases phrases;
  private final Supplier<ProcessorTime> cpu;
  private final List<BenchShopper> shoppers = new ArrayList<>();
  private final AtomicBoolean counting = new AtomicBoolean();
  private final AtomicBoolean closedLoop = new AtomicBoolean();
  private final LongAdder lost = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private Percentiles acks = new Percentiles();
  private Percentiles answers = new Percentiles();

  /** A load on this port, whose server and database have used so much processor time until now. */
  ChatLoad(Vertx vertx, int port, Phrases phrases, Supplier<ProcessorTime> cpu) {
    this.vertx = vertx;
    this.port = port;
    this.phrases = phrases;
    this.cpu = cpu;
    this.client =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100_000));
  }

  /** Opens so many conversations, a few at a time. */
  void connect(int count) throws TimeoutException {
    for (var done = 0; done < count; done += CONNECTING_AT_ONCE) {
      var batch = new ArrayList<Future<Void>>();
      for (var i = 0; i < Math.min(CONNECTING_AT_ONCE, count - done); i++) {
        var shopper = new BenchShopper(client, port, this);
        shoppers.add(shopper);
        batch.add(shopper.connect());
      }
      Future.all(batch).await(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /**
   * Every shopper says the next thing as soon as the last is answered. Measured once so many
   * messages are answered and the server's compiler has settled, which takes long; but begun at the
   * latest after {@code limit}.
   */
  Result asFastAsAnswered(int warmUp, Duration limit, Duration measured)
      throws InterruptedException {
    closedLoop.set(true);
    shoppers.forEach(shopper -> speak(shopper, System.nanoTime()));
    var end = System.nanoTime() + limit.toNanos();
    var warm = false;
    while (!warm && System.nanoTime() < end) {
      warm = !compiles() && answered.intValue() >= warmUp;
    }
    return measure(Duration.ZERO, measured, () -> closedLoop.set(false));
  }

  private boolean compiles() throws InterruptedException {
    var before = cpu.get().compiler();
    Thread.sleep(LOOK);
    return share(cpu.get().compiler().minus(before), LOOK) > SETTLED;
  }

  private static double share(Duration part, Duration whole) {
    return (double) part.toNanos() / whole.toNanos();
  }

  /** So many messages a second in all, by the clock, whether answered or not. */
  Result atRate(int perSecond, Duration warmUp, Duration measured) throws InterruptedException {
    var turn = new int[1];
    var due = new double[] {System.nanoTime()};
    var timer =
        vertx.setPeriodic(
            1,
            _ -> {
              while (due[0] <= System.nanoTime()) {
                speak(shoppers.get(turn[0]++ % shoppers.size()), (long) due[0]);
                due[0] += 1e9 / perSecond;
              }
            });
    return measure(warmUp, measured, () -> vertx.cancelTimer(timer));
  }

  /** Hangs all up. */
  void close() throws TimeoutException {
    Future.join(shoppers.stream().map(BenchShopper::close).toList())
        .otherwiseEmpty()
        .await(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
    client.close().await(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private Result measure(Duration warmUp, Duration measured, Runnable stop)
      throws InterruptedException {
    acks = new Percentiles();
    answers = new Percentiles();
    Thread.sleep(warmUp);
    var errorsBefore = errors();
    var cpuBefore = cpu.get();
    var start = System.nanoTime();
    counting.set(true);
    Thread.sleep(measured);
    counting.set(false);
    var seconds = (System.nanoTime() - start) / 1e9;
    var used = cpu.get().minus(cpuBefore);
    stop.run();
    Thread.sleep(Duration.ofSeconds(1));
    return new Result(
        answers.count() / seconds,
        acks.milliseconds(0.99),
        answers.milliseconds(0.5),
        answers.milliseconds(0.99),
        used.server().toNanos() / 1e6 / answers.count(),
        share(used.compiler(), measured),
        used.database().toNanos() / 1e6 / answers.count(),
        answers.count(),
        errors() - errorsBefore);
  }

  private int errors() {
    return shoppers.stream().mapToInt(BenchShopper::errors).sum() + lost.intValue();
  }

  /** Says the next phrase; a conversation that a person was called to is begun anew first. */
  private void speak(BenchShopper shopper, long dueAt) {
    if (!shopper.dead()) {
      shopper.say(phrases.next(), dueAt);
      return;
    }
    shopper
        .close()
        .compose(_ -> shopper.connect())
        .onSuccess(_ -> shopper.say(phrases.next(), System.nanoTime()))
        .onFailure(_ -> lost.increment());
  }

  @Override
  public void acknowledged(BenchShopper shopper, long sentAt) {
    if (counting.get()) {
      acks.add((System.nanoTime() - sentAt) / 1_000);
    }
  }

  @Override
  public void answered(BenchShopper shopper, long sentAt) {
    answered.increment();
    if (counting.get()) {
      answers.add((System.nanoTime() - sentAt) / 1_000);
    }
    if (closedLoop.get() && !shopper.dead()) {
      speak(shopper, System.nanoTime());
    }
  }

  @Override
  public void handedOver(BenchShopper shopper) {
    if (closedLoop.get()) {
      speak(shopper, System.nanoTime());
    }
  }
}
