package deskbell;

import deskbell.shop.Shop;
import deskbell.shop.rest.RestSettings;
import deskbell.shop.rest.RestShop;
import deskbell.store.Database;
import deskbell.store.PgDemoShop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/** The shop that the settings name, for the server and for commands. */
final class Shops {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

  private Shops() {}

  /** Opens the shop's REST connector, or else the demo shop's tables, which are filled. */
  static Future<Shop> open(
      Vertx vertx, Settings settings, Database database, Clock clock, Owned owned) {
    return settings
        .shop()
        .map(rest -> Future.succeededFuture(connected(vertx, rest, owned)))
        .orElseGet(() -> PgDemoShop.open(vertx, database, clock).map(demo -> demo));
  }

  private static Shop connected(Vertx vertx, RestSettings rest, Owned owned) {
    var shop = new RestShop(vertx, rest);
    owned.add("shop", CLOSE_LIMIT, shop::close);
    return shop;
  }
}
