package deskbell.console.webhook;

import deskbell.answering.BoundedWorker;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one request to a program. The name is resolved here and the connection goes to the address
 * that was checked, so that a name which answers differently the second time leads nowhere else;
 * redirects are not followed. Any thread.
 */
final class WebhookSender implements AutoCloseable {
  /** Bytes that are sent at most. */
  static final int MAX_BYTES = 32 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int MAX_ANSWER = 16 * 1024;
  private static final int RESOLVING = 2;
  private static final int WAITING = 200;
  private static final int RESET_CANCEL = 0x8;
  private static final int OK = 200;
  private static final int REDIRECTED = 300;

  /** What a program answered, or why there was no answer. */
  record Outcome(Optional<Integer> status, Optional<String> problem) {
    static Outcome failed(String problem) {
      return new Outcome(Optional.empty(), Optional.of(problem));
    }

    static Outcome answered(int status) {
      var done = status >= OK && status < REDIRECTED;
      return new Outcome(
          Optional.of(status), done ? Optional.empty() : Optional.of("answers " + status));
    }
  }

  private final Vertx vertx;
  private final HttpClient client;
  private final BoundedWorker names;
  private final Reachable reachable;
  private final WebhookSettings settings;

  WebhookSender(Vertx vertx, WebhookSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.reachable = new Reachable(settings.networks());
    this.names =
        new BoundedWorker(vertx, "deskbell-names", RESOLVING, WAITING, settings.timeLimit());
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(settings.timeLimit().toMillis())));
  }

  /** Never fails: what went wrong is the outcome. */
  Future<Outcome> send(Delivery delivery, Instant now) {
    var body = delivery.body();
    if (body.length() > MAX_BYTES) {
      return Future.succeededFuture(Outcome.failed("is too large to be sent"));
    }
    var address = delivery.address();
    return names
        .call(() -> InetAddress.getAllByName(address.host()))
        .compose(
            found ->
                allowed(List.of(found), address.secure())
                    .map(to -> exchange(options(delivery, to, body, now), body))
                    .orElseGet(() -> Future.succeededFuture(refused(address))))
        .timeout(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
        .recover(failure -> Future.succeededFuture(explained(failure)));
  }

  /** One address that leads astray spoils the name. */
  private Optional<InetAddress> allowed(List<InetAddress> found, boolean secure) {
    return found.stream().allMatch(each -> reachable.allows(each, secure))
        ? found.stream().findFirst()
        : Optional.empty();
  }

  private static Outcome refused(WebhookAddress address) {
    return Outcome.failed(
        address.secure()
            ? "leads to a private address, which the operator has not allowed"
            : "is not encrypted, which the operator has not allowed");
  }

  private static Outcome explained(Throwable failure) {
    LOG.debug("a webhook was not delivered", failure);
    return Outcome.failed(
        switch (failure) {
          case UnknownHostException _ -> "has a host that no name server knows";
          case ConnectException _ -> "refuses the connection";
          case SSLException _ -> "has no certificate that holds";
          case TimeoutException _ -> "does not answer in time";
          case Throwable other -> "cannot be reached: " + other.getClass().getSimpleName();
        });
  }

  private Future<Outcome> exchange(RequestOptions options, String body) {
    return client.request(options).compose(request -> exchange(request, body));
  }

  private Future<Outcome> exchange(HttpClientRequest request, String body) {
    var limit = settings.timeLimit().toMillis();
    var timer = vertx.setTimer(limit, late -> giveUp(request));
    return request
        .send(body)
        .compose(WebhookSender::read)
        .onComplete(done -> vertx.cancelTimer(timer));
  }

  /** Waits for the end of the answer, of which the words do not matter, as far as it is short. */
  private static Future<Outcome> read(HttpClientResponse response) {
    Promise<Outcome> outcome = Promise.promise();
    var bytes = new int[1];
    response
        .exceptionHandler(outcome::tryFail)
        .endHandler(end -> outcome.tryComplete(Outcome.answered(response.statusCode())))
        .handler(
            part -> {
              bytes[0] += part.length();
              if (bytes[0] > MAX_ANSWER
                  && outcome.tryComplete(Outcome.answered(response.statusCode()))) {
                giveUp(response.request());
              }
            });
    return outcome.future();
  }

  private static void giveUp(HttpClientRequest request) {
    request.reset(RESET_CANCEL).onFailure(closed -> LOG.debug("was closed already", closed));
  }

  private static RequestOptions options(
      Delivery delivery, InetAddress to, String body, Instant now) {
    var address = delivery.address();
    var id = delivery.event().toString();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(address.port(), to.getHostAddress()))
        .setHost(address.host())
        .setPort(address.port())
        .setSsl(address.secure())
        .setURI(address.path())
        .setFollowRedirects(false)
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "Deskbell")
        .putHeader("webhook-id", id)
        .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .putHeader("webhook-signature", delivery.secret().sign(id, now, body));
  }

  @Override
  public void close() {
    names.close();
    client.close().onFailure(failure -> LOG.debug("the client did not close", failure));
  }
}
