package deskbell.shop;

import deskbell.conversation.Invalid;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the shop sells, kept in memory and read anew from time to time. A shop that does not answer
 * leaves the last list standing, and an empty one at first. Any thread may read.
 */
public final class Products implements AutoCloseable {
  /** Time from one reading to the next. */
  public static final Duration EVERY = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Products.class);

  private final Vertx vertx;
  private final Shop shop;
  private final Duration every;
  private final Consumer<List<Product>> changed;
  private volatile List<Product> all = List.of();
  private volatile boolean closed;
  private volatile long timer;

  private Products(Vertx vertx, Shop shop, Duration every, Consumer<List<Product>> changed) {
    this.vertx = vertx;
    this.shop = shop;
    this.every = every;
    this.changed = changed;
  }

  /**
   * Products of a shop, read for the first time when the future completes; it never fails for the
   * shop's sake.
   *
   * @param changed hears of every list that is not equal to the one before, on the event loop
   */
  public static Future<Products> start(
      Vertx vertx, Shop shop, Duration every, Consumer<List<Product>> changed) {
    if (!every.isPositive()) {
      return Future.failedFuture(new Invalid("products interval", "must be positive"));
    }
    var products = new Products(vertx, shop, every, changed);
    return products.read().map(products);
  }

  /** The list as it was last read: the same object until something changes. */
  public List<Product> all() {
    return all;
  }

  /** The product of a code. */
  public Optional<Product> byCode(String code) {
    return all.stream().filter(product -> product.code().equalsIgnoreCase(code)).findFirst();
  }

  /** Reads no more. */
  @Override
  public void close() {
    closed = true;
    vertx.cancelTimer(timer);
  }

  private Future<Void> read() {
    return shop.products()
        .onSuccess(this::keep)
        .<Void>mapEmpty()
        .recover(
            failure -> {
              LOG.warn("the shop's products stay as they were: {}", failure.getMessage());
              return Future.succeededFuture();
            })
        .onComplete(_ -> readLater());
  }

  private void keep(List<Product> read) {
    if (!read.equals(all)) {
      all = List.copyOf(read);
      changed.accept(all);
    }
  }

  private void readLater() {
    if (!closed) {
      timer =
          vertx.setTimer(
              every.toMillis(),
              _ -> read().onFailure(failure -> LOG.error("the products were not read", failure)));
    }
  }
}
