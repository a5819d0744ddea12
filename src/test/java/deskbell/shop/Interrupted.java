package deskbell.shop;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A shop whose line can be cut before a call, or after it. */
final class Interrupted implements Shop {
  private final Shop shop;

  /** No call reaches the shop. */
  volatile boolean silent;

  /** Writes reach the shop, their answers do not come back. */
  volatile boolean losesAnswers;

  private final Semaphore calls = new Semaphore(0);

  Interrupted(Shop shop) {
    this.shop = shop;
  }

  @Override
  public Future<Optional<Order>> order(String number) {
    return silent ? unavailable() : shop.order(number);
  }

  @Override
  public Future<List<Order>> ordersOf(String user) {
    return silent ? unavailable() : shop.ordersOf(user);
  }

  /** Waits until the products were asked for so often, from now on. */
  void awaitCalls(int number) throws InterruptedException {
    calls.drainPermits();
    assertThat(calls.tryAcquire(number, 10, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public Future<List<Product>> products() {
    calls.release();
    return silent ? unavailable() : shop.products();
  }

  @Override
  public Future<WriteResult> write(String idempotencyKey, ShopWrite write) {
    if (silent) {
      return unavailable();
    }
    var answer = shop.write(idempotencyKey, write);
    return losesAnswers ? answer.compose(_ -> unavailable()) : answer;
  }

  @Override
  public Future<Erasure> erase(String idempotencyKey, String user) {
    if (silent) {
      return unavailable();
    }
    var answer = shop.erase(idempotencyKey, user);
    return losesAnswers ? answer.compose(_ -> unavailable()) : answer;
  }

  @Override
  public Future<Optional<Voucher>> voucher(String code, Optional<String> user) {
    return silent ? unavailable() : shop.voucher(code, user);
  }

  private static <T> Future<T> unavailable() {
    return Future.failedFuture(new Unavailable("the shop does not answer"));
  }
}
