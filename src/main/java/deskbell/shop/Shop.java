package deskbell.shop;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * A web shop as Deskbell sees it. Knows nothing of proof: that is asked for before it is called.
 * Every method fails with {@link deskbell.conversation.Unavailable} when the shop does not answer
 * in time or answers nonsense.
 */
public interface Shop {
  /** Orders of one user that {@link #ordersOf} brings at most. */
  int MAX_ORDERS = 20;

  /** The order of a number; empty where there is none. */
  Future<Optional<Order>> order(String number);

  /** A user's orders, newest first, {@value #MAX_ORDERS} at most; none for an unknown user. */
  Future<List<Order>> ordersOf(String user);

  /** Everything that is sold. */
  Future<List<Product>> products();

  /**
   * Makes a write, once for each key: the same key again brings the first result. A failure leaves
   * open whether it happened; trying again with the same key is safe.
   */
  Future<WriteResult> write(String idempotencyKey, ShopWrite write);

  /**
   * Erases a user's account and what need not be kept of it, once for each key like {@link #write}.
   */
  Future<Erasure> erase(String idempotencyKey, String user);

  /**
   * What a code for money off is worth today; empty where there is none of that name.
   *
   * @param user whose it is to be, where the shop has vouched for somebody
   */
  Future<Optional<Voucher>> voucher(String code, Optional<String> user);
}
