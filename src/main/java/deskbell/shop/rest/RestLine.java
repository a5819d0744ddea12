package deskbell.shop.rest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes requests within their limits. Vert.x's plain client rather than the web client: only it can
 * be told to give up a connection whose answer is too long or too late.
 */
final class RestLine {
  private static final Logger LOG = LoggerFactory.getLogger(RestLine.class);
  private static final int RESET_CANCEL = 0x8;

  private final Vertx vertx;
  private final HttpClient client;
  private final RestSettings settings;

  RestLine(Vertx vertx, RestSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.client =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions().setConnectTimeout((int) settings.connect().toMillis()))
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(settings.connections())
                    .setMaxWaitQueueSize(settings.waiting()))
            .build();
  }

  /** The answer to a request, made again where the shop did not answer or is broken. */
  Future<RestAnswer> ask(RestRequest request) {
    return ask(request, settings.attempts());
  }

  Future<Void> close() {
    return client.close();
  }

  private Future<RestAnswer> ask(RestRequest request, int attempts) {
    return attempt(request)
        .transform(
            (answer, failure) ->
                attempts > 1 && worthAnother(answer, failure)
                    ? vertx
                        .timer(settings.pause().toMillis(), TimeUnit.MILLISECONDS)
                        .compose(_ -> ask(request, attempts - 1))
                    : failure == null
                        ? Future.succeededFuture(answer)
                        : Future.failedFuture(failure));
  }

  private static boolean worthAnother(RestAnswer answer, Throwable failure) {
    return failure == null ? answer.shopFailed() : !(failure instanceof Nonsense);
  }

  private Future<RestAnswer> attempt(RestRequest request) {
    return client.request(options(request)).compose(open -> exchange(open, request));
  }

  private Future<RestAnswer> exchange(HttpClientRequest open, RestRequest request) {
    var whole = Promise.<RestAnswer>promise();
    var limit = settings.answer().toMillis();
    var late = new TimeoutException("no whole answer within " + limit + " ms");
    long timer = vertx.setTimer(limit, _ -> whole.tryFail(late));
    send(open, request)
        .compose(
            answer ->
                BoundedBody.of(answer, settings.maxBytes())
                    .map(body -> new RestAnswer(answer.statusCode(), body)))
        .onSuccess(whole::tryComplete)
        .onFailure(whole::tryFail);
    return whole.future().onFailure(_ -> giveUp(open)).onComplete(_ -> vertx.cancelTimer(timer));
  }

  /** Closes the connection; where it is closed already there is nothing left to do. */
  private static void giveUp(HttpClientRequest open) {
    open.reset(RESET_CANCEL)
        .onFailure(closed -> LOG.debug("the connection to the shop was closed already", closed));
  }

  private static Future<HttpClientResponse> send(HttpClientRequest open, RestRequest request) {
    return request.write().map(write -> open.send(write.body().toBuffer())).orElseGet(open::send);
  }

  private RequestOptions options(RestRequest request) {
    var options =
        new RequestOptions()
            .setMethod(request.method())
            .setAbsoluteURI(address(request))
            .setConnectTimeout(settings.connect().toMillis())
            .setFollowRedirects(false)
            .putHeader("Authorization", "Bearer " + settings.token())
            .putHeader("Accept", "application/json");
    request
        .write()
        .ifPresent(
            write ->
                options
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Idempotency-Key", write.headerValue()));
    return options;
  }

  private String address(RestRequest request) {
    var base = settings.base().toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + request.path();
  }
}
