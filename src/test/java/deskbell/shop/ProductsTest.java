package deskbell.shop;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.shop.demo.DemoCatalogue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductsTest {
  private static final Duration OFTEN = Duration.ofMillis(10);

  private final Vertx vertx = Vertx.vertx();
  private final Shelves shelves = new Shelves();
  private final Interrupted shop = new Interrupted(shelves);
  private final BlockingQueue<List<Product>> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    now(vertx.close());
  }

  @Test
  void the_list_is_there_once_started() {
    try (var products = now(Products.start(vertx, shop, Products.EVERY, heard::add))) {
      assertThat(products.all()).isEqualTo(DemoCatalogue.read());
      assertThat(products.byCode("ll-c101").map(product -> product.name().zh()))
          .contains("海港美利奴毛衣");
      assertThat(products.byCode("LL-X999")).isEmpty();
    }
  }

  @Test
  void a_change_is_heard_and_nothing_else() throws InterruptedException {
    try (var products = now(Products.start(vertx, shop, OFTEN, heard::add))) {
      var first = heard.poll(10, TimeUnit.SECONDS);
      shop.awaitCalls(3);
      assertThat(products.all()).isSameAs(first);
      shelves.products = DemoCatalogue.read().subList(0, 5);
      assertThat(heard.poll(10, TimeUnit.SECONDS)).hasSize(5).isSameAs(products.all());
    }
  }

  @Test
  void a_silent_shop_leaves_the_list_standing() throws InterruptedException {
    try (var products = now(Products.start(vertx, shop, OFTEN, heard::add))) {
      shop.silent = true;
      shop.awaitCalls(3);
      assertThat(products.all()).hasSize(36);
    }
  }

  @Test
  void a_shop_that_is_down_at_the_start_is_read_later() throws InterruptedException {
    shop.silent = true;
    try (var products = now(Products.start(vertx, shop, OFTEN, heard::add))) {
      assertThat(products.all()).isEmpty();
      shop.silent = false;
      assertThat(heard.poll(10, TimeUnit.SECONDS)).hasSize(36);
    }
  }

  @Test
  void an_interval_of_nothing_is_refused() {
    assertThatThrownBy(() -> now(Products.start(vertx, shop, Duration.ZERO, heard::add)))
        .isInstanceOf(Invalid.class)
        .hasMessage("products interval must be positive");
  }

  /** A shop that has products and nothing else. */
  private static final class Shelves implements Shop {
    volatile List<Product> products = DemoCatalogue.read();

    @Override
    public Future<List<Product>> products() {
      return Future.succeededFuture(List.copyOf(products));
    }

    @Override
    public Future<Optional<Order>> order(String number) {
      return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<List<Order>> ordersOf(String user) {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<WriteResult> write(String idempotencyKey, ShopWrite write) {
      return Future.succeededFuture(new WriteResult.Missing());
    }

    @Override
    public Future<Erasure> erase(String idempotencyKey, String user) {
      return Future.succeededFuture(new Erasure.Missing());
    }

    @Override
    public Future<Optional<Voucher>> voucher(String code, Optional<String> user) {
      return Future.succeededFuture(Optional.empty());
    }
  }
}
