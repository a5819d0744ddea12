package deskbell.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * The figures an operator watches, in a registry that Prometheus reads. Names and labels are few
 * and fixed: no conversation, address or text ever becomes one. Shared by all threads.
 */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final ConcurrentHashMap<String, Counter> messages = new ConcurrentHashMap<>();
  private final AtomicInteger sockets = new AtomicInteger();
  private final Timer turns;

  /** A new registry with the figures of the JVM in it. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    gauge("deskbell.sockets.open", "Shoppers' and agents' sockets", sockets, AtomicInteger::get);
    turns =
        Timer.builder("deskbell.turn")
            .description("From a shopper's message to the bot's committed answer")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5))
            .register(registry);
  }

  /** Counts a frame of a shopper: {@code stored}, {@code repeated}, or an error's code. */
  public void message(String outcome) {
    messages.computeIfAbsent(outcome, this::counter).increment();
  }

  private Counter counter(String outcome) {
    return Counter.builder("deskbell.messages")
        .description("Frames of shoppers by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Counts a socket that opened. */
  public void socketOpened() {
    sockets.incrementAndGet();
  }

  /** Counts a socket that closed. */
  public void socketClosed() {
    sockets.decrementAndGet();
  }

  /** Records how long a turn took. */
  public void turn(Duration took) {
    turns.record(took);
  }

  /**
   * Shows the size of a queue or cache whenever it is asked for; kept only as long as {@code
   * source} lives.
   *
   * @param name such as {@code deskbell.model.queue}
   */
  public <T> void gauge(String name, String description, T source, ToDoubleFunction<T> value) {
    Gauge.builder(name, source, value).description(description).register(registry);
  }

  /** Everything, in Prometheus's text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
