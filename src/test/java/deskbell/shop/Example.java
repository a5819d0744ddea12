package deskbell.shop;

import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Orders, callers and keys that tests begin from. */
public final class Example {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final int LIMIT_SECONDS = 20;

  private Example() {}

  /** An order of two things, one with a size. */
  public static Order order(OrderStatus status) {
    return new Order(
        "LL20481234",
        Optional.of("amelia"),
        new Order.Contact("amelia.hart@example.com", "+44 7700 900123"),
        List.of(
            item("LL-C101", "Harbour merino jumper", "海港美利奴毛衣", Optional.of("M"), 1, "69"),
            item("LL-C109", "Ember wool socks", "余烬羊毛袜", Optional.empty(), 2, "18")),
        Money.of("GBP", "105.00"),
        status,
        TODAY.minusDays(2),
        Optional.empty(),
        Optional.of(TODAY.plusDays(1)),
        Optional.empty(),
        new Address("4 Elm Grove, Bristol BS6 6AQ", "Bristol"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, delivered some days ago. */
  public static Order delivered(int daysAgo) {
    var sent = order(OrderStatus.DELIVERED);
    return new Order(
        sent.number(),
        sent.user(),
        sent.contact(),
        sent.items(),
        sent.total(),
        sent.status(),
        TODAY.minusDays(daysAgo + 3L),
        sent.shipment(),
        sent.eta(),
        Optional.of(TODAY.minusDays(daysAgo)),
        sent.address(),
        sent.refund(),
        sent.returned(),
        sent.invoice());
  }

  private static OrderItem item(
      String code, String en, String zh, Optional<String> size, int quantity, String price) {
    return new OrderItem(
        code, new Names(en, zh), size, quantity, Optional.of(Money.of("GBP", price)));
  }

  /** A shopper whom nobody has vouched for, from an address of its own. */
  public static Caller guest(String address) {
    return new Caller(Optional.empty(), address, Language.EN);
  }

  /** A shopper whom the shop has vouched for. */
  public static Caller signedIn(String user, Language language) {
    return new Caller(Optional.of(new Identity(user)), "address of " + user, language);
  }

  /** A key of a conversation's first turn. */
  public static EffectKey key(ConversationId conversation, String step) {
    return new EffectKey(conversation, 1, step);
  }

  /** Waits for a future, within a limit. */
  public static <T> T now(Future<T> future) {
    try {
      return future.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("not done within " + LIMIT_SECONDS + " s", late);
    }
  }
}
