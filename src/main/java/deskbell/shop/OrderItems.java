package deskbell.shop;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds which item of an order a shopper means. */
final class OrderItems {
  /** A word of letters without case, or one Chinese character. */
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]{3,}");

  private static final String ITEM = "item";

  private OrderItems() {}

  /**
   * A write's arguments with the code of the item that is meant; empty where the write needs one
   * and none is. Words about no item of the order stay in a case as they are: people read it.
   */
  static Optional<Map<String, String>> coded(
      Order order, ShopWrite write, Map<String, String> arguments) {
    var said = Arguments.optional(arguments, ITEM);
    var coded = meant(order, said).map(item -> with(arguments, item.code()));
    return switch (write) {
      case ShopWrite.StartExchange _, ShopWrite.ProtectPrice _ -> coded;
      case ShopWrite.BookInstallation _ -> said.isEmpty() ? Optional.of(arguments) : coded;
      case ShopWrite.OpenCase _ ->
          Optional.of(said.isEmpty() ? arguments : coded.orElse(arguments));
      case ShopWrite.CancelOrder _, ShopWrite.ChangeAddress _, ShopWrite.ChangeRefundAccount _ ->
          Optional.of(arguments);
      case ShopWrite.StartReturn _, ShopWrite.RequestInvoice _, ShopWrite.HurryOrder _ ->
          Optional.of(arguments);
      case ShopWrite.RequestRefund _ -> Optional.of(arguments);
    };
  }

  private static Map<String, String> with(Map<String, String> arguments, String code) {
    var all = new HashMap<>(arguments);
    all.put(ITEM, code);
    return Map.copyOf(all);
  }

  /**
   * The item that a code, a name or words of a name belong to; of an order with one item, that one
   * where nothing is said. Empty where it is none of them or could be several.
   */
  static Optional<OrderItem> meant(Order order, Optional<String> said) {
    var text = said.map(OrderItems::plain);
    if (text.isEmpty()) {
      return only(order.items());
    }
    return only(order, item -> plain(item.code()).equals(text.get()))
        .or(() -> only(order, item -> names(item).anyMatch(text.get()::contains)))
        .or(() -> only(order, item -> names(item).anyMatch(name -> name.contains(text.get()))))
        .or(() -> closest(order, words(text.get())));
  }

  private static Optional<OrderItem> only(Order order, Predicate<OrderItem> rule) {
    return only(order.items().stream().filter(rule).toList());
  }

  private static Optional<OrderItem> only(List<OrderItem> items) {
    var codes = items.stream().map(OrderItem::code).distinct().count();
    return codes == 1 ? Optional.of(items.getFirst()) : Optional.empty();
  }

  /** The item that shares more words than any other. */
  private static Optional<OrderItem> closest(Order order, Set<String> said) {
    long most = order.items().stream().mapToLong(item -> shared(item, said)).max().orElse(0);
    return most == 0 ? Optional.empty() : only(order, item -> shared(item, said) == most);
  }

  private static long shared(OrderItem item, Set<String> said) {
    return names(item)
        .flatMap(name -> words(name).stream())
        .distinct()
        .filter(said::contains)
        .count();
  }

  private static Stream<String> names(OrderItem item) {
    return Stream.of(item.name().en(), item.name().zh()).map(OrderItems::plain);
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
