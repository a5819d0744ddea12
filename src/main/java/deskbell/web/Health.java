package deskbell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can serve; 503 with the
 * names of what fails otherwise.
 */
public final class Health implements Edge {
  /** How long one check may take. */
  public static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final Map<String, Supplier<Future<?>>> checks;
  private boolean stopping;

  /** Ready means that all these succeed; each is asked anew every time, on an event loop. */
  public Health(Map<String, Supplier<Future<?>>> checks) {
    this.checks = new LinkedHashMap<>(checks);
  }

  @Override
  public void mount(Router router) {
    router.get("/health/live").handler(context -> answer(context, Map.of()));
    router.get("/health/ready").handler(this::ready);
  }

  /** From now on the server is not ready. */
  @Override
  public Future<Void> stop() {
    stopping = true;
    return Future.succeededFuture();
  }

  private void ready(RoutingContext context) {
    var failed = new TreeMap<String, String>();
    if (stopping) {
      failed.put("server", "is stopping");
    }
    var all = checks.entrySet().stream().map(check -> ask(check, failed)).toList();
    Future.join(all).onComplete(done -> answer(context, failed));
  }

  private static Future<?> ask(
      Map.Entry<String, Supplier<Future<?>>> check, Map<String, String> failed) {
    return Future.future(promise -> check.getValue().get().<Void>mapEmpty().onComplete(promise))
        .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(
            failure -> {
              LOG.warn("not ready: {}", check.getKey(), failure);
              failed.put(check.getKey(), "does not answer");
            });
  }

  private static void answer(RoutingContext context, Map<String, String> failed) {
    var body = new JsonObject().put("status", failed.isEmpty() ? "up" : "down");
    if (!failed.isEmpty()) {
      body.put("failed", new JsonObject(new LinkedHashMap<>(failed)));
    }
    Answers.json(context, failed.isEmpty() ? 200 : 503, body);
  }
}
