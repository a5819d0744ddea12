package deskbell.shop;

import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Orders as agents see them: the facts that the bot may tell, without what proves that somebody may
 * hear them. Asks for no proof, since agents work for the shop. Any thread.
 */
public final class OrderBook {
  /** Numbers that are looked up at once, at most. */
  public static final int MAX_NUMBERS = 5;

  private final Shop shop;

  /** The orders of this shop. */
  public OrderBook(Shop shop) {
    this.shop = shop;
  }

  /**
   * Those of these numbers that exist, then the user's own, newest first; each once. Fails with
   * {@link Unavailable} when the shop does not answer.
   */
  public Future<List<Map<String, String>>> of(
      Optional<Identity> identity, List<String> numbers, Language language) {
    var named = numbers.stream().distinct().limit(MAX_NUMBERS).map(shop::order).toList();
    Future<List<Order>> owned =
        identity
            .map(it -> shop.ordersOf(it.user()))
            .orElseGet(() -> Future.succeededFuture(List.of()));
    return Future.join(named)
        .compose(found -> owned.map(own -> facts(found.list(), own, language)));
  }

  private static List<Map<String, String>> facts(
      List<Optional<Order>> named, List<Order> own, Language language) {
    var all = new LinkedHashMap<String, Map<String, String>>();
    Stream.concat(named.stream().flatMap(Optional::stream), own.stream())
        .forEach(order -> all.putIfAbsent(order.number(), OrderFacts.of(order, language)));
    return List.copyOf(all.values());
  }
}
