package deskbell.shop.rest;

import deskbell.conversation.Unavailable;
import deskbell.shop.Erasure;
import deskbell.shop.Order;
import deskbell.shop.Product;
import deskbell.shop.Shop;
import deskbell.shop.ShopWrite;
import deskbell.shop.Voucher;
import deskbell.shop.WriteResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shop behind REST. What goes wrong is one line in the log for the operator, without personal
 * data, and {@link Unavailable} for everybody else. Any thread.
 */
public final class RestShop implements Shop {
  private static final Logger LOG = LoggerFactory.getLogger(RestShop.class);

  /** Bytes that are read in well under a millisecond; more is read on a worker. */
  private static final int SMALL = 32 * 1024;

  private static final Comparator<Order> NEWEST_FIRST =
      Comparator.comparing(Order::ordered).reversed();

  private final Vertx vertx;
  private final RestLine line;

  /** A shop at an address; nothing is asked of it yet. */
  public RestShop(Vertx vertx, RestSettings settings) {
    this.vertx = vertx;
    this.line = new RestLine(vertx, settings);
  }

  @Override
  public Future<Optional<Order>> order(String number) {
    return ask(
        RestRequest.get("/orders/{}", number),
        answer ->
            switch (answer.status()) {
              case RestAnswer.OK -> Optional.of(asked(number, OrderJson.order(answer.json())));
              case RestAnswer.NOT_FOUND -> Optional.empty();
              default -> throw answer.unexpected();
            });
  }

  @Override
  public Future<List<Order>> ordersOf(String user) {
    return ask(
        RestRequest.get("/users/{}/orders", user),
        answer ->
            switch (answer.status()) {
              case RestAnswer.OK -> owned(user, answer.json());
              case RestAnswer.NOT_FOUND -> List.of();
              default -> throw answer.unexpected();
            });
  }

  @Override
  public Future<List<Product>> products() {
    return ask(
        RestRequest.get("/products"),
        answer ->
            switch (answer.status()) {
              case RestAnswer.OK ->
                  answer.json().objects("products").stream().map(ProductJson::product).toList();
              default -> throw answer.unexpected();
            });
  }

  @Override
  public Future<WriteResult> write(String idempotencyKey, ShopWrite write) {
    return ask(
        WriteJson.request(idempotencyKey, write),
        answer ->
            switch (answer.status()) {
              case RestAnswer.OK -> done(write, answer.json());
              case RestAnswer.NOT_FOUND -> new WriteResult.Missing();
              case RestAnswer.CONFLICT -> WriteJson.conflict(answer.json());
              case RestAnswer.UNPROCESSABLE -> new WriteResult.Refused();
              default -> throw answer.unexpected();
            });
  }

  @Override
  public Future<Erasure> erase(String idempotencyKey, String user) {
    return ask(
        WriteJson.erasure(idempotencyKey, user),
        answer ->
            switch (answer.status()) {
              case RestAnswer.OK -> new Erasure.Done(answer.json().optionalDay("by"));
              case RestAnswer.NOT_FOUND -> new Erasure.Missing();
              case RestAnswer.CONFLICT -> new Erasure.NotYet();
              case RestAnswer.UNPROCESSABLE -> new Erasure.Refused();
              default -> throw answer.unexpected();
            });
  }

  @Override
  public Future<Optional<Voucher>> voucher(String code, Optional<String> user) {
    return ask(
        user.map(known -> RestRequest.get("/users/{}/vouchers/{}", known, code))
            .orElseGet(() -> RestRequest.get("/vouchers/{}", code)),
        answer ->
            switch (answer.status()) {
              case RestAnswer.OK -> Optional.of(VoucherJson.voucher(code, answer.json()));
              case RestAnswer.NOT_FOUND -> Optional.empty();
              default -> throw answer.unexpected();
            });
  }

  /** Gives up idle connections. */
  public Future<Void> close() {
    return line.close();
  }

  /** Another order than the one asked for would be shown to somebody who has not proved it. */
  private static Order asked(String number, Order order) {
    if (!order.number().equalsIgnoreCase(number)) {
      throw new Nonsense("number is not the order that was asked for");
    }
    return order;
  }

  private static WriteResult done(ShopWrite write, Fields json) {
    var order = asked(write.order(), OrderJson.order(json));
    return new WriteResult.Done(order, WriteJson.receipt(json));
  }

  private static List<Order> owned(String user, Fields json) {
    var orders = json.objects("orders").stream().map(OrderJson::order).toList();
    if (!orders.stream().allMatch(order -> order.user().equals(Optional.of(user)))) {
      throw new Nonsense("orders holds one of another user");
    }
    return orders.stream().sorted(NEWEST_FIRST).limit(MAX_ORDERS).toList();
  }

  private <T> Future<T> ask(RestRequest request, Function<RestAnswer, T> reader) {
    return line.ask(request)
        .compose(
            answer ->
                answer.body().length() <= SMALL
                    ? Future.succeededFuture(reader.apply(answer))
                    : vertx.executeBlocking(() -> reader.apply(answer)))
        .recover(failure -> unavailable(request, failure));
  }

  private static <T> Future<T> unavailable(RestRequest request, Throwable failure) {
    if (failure instanceof Nonsense) {
      LOG.warn("shop: the answer to {} cannot be used: {}", request, failure.getMessage());
    } else {
      LOG.warn("shop: {} was not answered: {}", request, failure.toString());
    }
    return Future.failedFuture(new Unavailable("the shop does not answer", failure));
  }
}
