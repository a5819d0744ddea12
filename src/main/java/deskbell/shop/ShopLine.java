package deskbell.shop;

import deskbell.conversation.Busy;
import deskbell.conversation.Identity;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * The shop as the desk calls it: tells a shop that does not answer from a database of Deskbell's
 * own that does not, since only the first is an answer to the shopper.
 */
final class ShopLine {
  private final Shop shop;

  ShopLine(Shop shop) {
    this.shop = shop;
  }

  Future<Optional<Order>> order(String number) {
    return silenceNamed(shop.order(number));
  }

  Future<List<Order>> ordersOf(String user) {
    return silenceNamed(shop.ordersOf(user));
  }

  Future<WriteResult> write(String idempotencyKey, ShopWrite write) {
    return silenceNamed(shop.write(idempotencyKey, write));
  }

  Future<Erasure> erase(String idempotencyKey, String user) {
    return silenceNamed(shop.erase(idempotencyKey, user));
  }

  Future<Optional<Voucher>> voucher(String code, Caller caller) {
    return silenceNamed(shop.voucher(code, caller.identity().map(Identity::user)));
  }

  private static <T> Future<T> silenceNamed(Future<T> answer) {
    return answer.recover(
        failure ->
            Future.failedFuture(
                failure instanceof Unavailable || failure instanceof Busy
                    ? new Silent(failure)
                    : failure));
  }

  /** The shop does not answer, or too many wait for it. */
  static final class Silent extends RuntimeException {
    Silent(Throwable cause) {
      super(cause);
    }
  }
}
