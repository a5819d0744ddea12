package deskbell.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.shop.CaseKind;
import deskbell.shop.Example;
import deskbell.shop.Money;
import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.Receipt;
import deskbell.shop.Refund;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import deskbell.shop.WriteResult.Declined;
import deskbell.shop.WriteResult.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Lantern Lane's people do about an order. 24 November 2026 is a Tuesday. */
class DemoServicesTest {
  private static final String NUMBER = "LL20481234";
  private static final String JUMPER = "LL-C101";
  private static final LocalDate TODAY = Example.TODAY;
  private static final DemoBooks EMPTY =
      new DemoBooks(TODAY, DemoCatalogue.read(), List.of(), Map.of());

  @Test
  void the_same_case_is_opened_once_and_another_gets_its_own_number() {
    var order = Example.delivered(3);
    var torn = opened(CaseKind.DAMAGED, JUMPER);
    assertThat(receipt(order, torn, EMPTY)).isEqualTo(Receipt.of("CS20481234-1"));
    var books = after(torn, TODAY.minusDays(2), Receipt.of("CS20481234-1"));
    assertThat(decide(order, torn, books))
        .isEqualTo(declined(Reason.ALREADY_DONE, order, Receipt.of("CS20481234-1")));
    assertThat(receipt(order, opened(CaseKind.WARRANTY, JUMPER), books))
        .isEqualTo(Receipt.of("CS20481234-2"));
    assertThat(receipt(order, opened(CaseKind.DAMAGED, "LL-C109"), books))
        .isEqualTo(Receipt.of("CS20481234-2"));
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVED, TOO_EARLY",
    "PAID, ",
    "PACKING, ",
    "SHIPPED, ",
    "OUT_FOR_DELIVERY, ",
    "DELIVERED, TOO_LATE",
    "CANCELLED, TOO_LATE"
  })
  void an_order_is_hurried_between_its_payment_and_its_arrival(OrderStatus status, Reason reason) {
    var order = Example.order(status);
    assertThat(decide(order, new ShopWrite.HurryOrder(NUMBER), EMPTY))
        .isEqualTo(
            reason == null ? new WriteResult.Done(order) : declined(reason, order, Receipt.NONE));
  }

  @Test
  void an_order_is_hurried_once_a_day() {
    var order = Example.order(OrderStatus.PAID);
    var hurry = new ShopWrite.HurryOrder(NUMBER);
    assertThat(decide(order, hurry, after(hurry, TODAY, Receipt.NONE)))
        .isEqualTo(declined(Reason.ALREADY_DONE, order, Receipt.NONE));
    assertThat(decide(order, hurry, after(hurry, TODAY.minusDays(1), Receipt.NONE)))
        .isEqualTo(new WriteResult.Done(order));
  }

  @ParameterizedTest
  @CsvSource({
    "LL-C101, l, , ",
    "LL-C101, , navy, ",
    "LL-C101, , , ",
    "LL-C101, L, 藏青, ",
    "LL-C101, 46, , OUT_OF_STOCK",
    "LL-C101, , pink, OUT_OF_STOCK",
    "LL-H211, , , OUT_OF_STOCK"
  })
  void an_exchange_is_for_what_is_there(String item, String size, String colour, Reason reason) {
    var order = Example.delivered(30);
    assertThat(decide(order, exchange(item, size, colour), EMPTY))
        .isEqualTo(
            reason == null
                ? new WriteResult.Done(order, Receipt.of("EX20481234"))
                : declined(reason, order, Receipt.NONE));
  }

  @Test
  void an_exchange_is_made_once_an_order_and_within_thirty_days() {
    var exchange = exchange(JUMPER, "L", null);
    var sent = Example.order(OrderStatus.SHIPPED);
    var old = Example.delivered(31);
    var order = Example.delivered(3);
    assertThat(decide(sent, exchange, EMPTY))
        .isEqualTo(declined(Reason.TOO_EARLY, sent, Receipt.NONE));
    assertThat(decide(old, exchange, EMPTY))
        .isEqualTo(declined(Reason.TOO_LATE, old, Receipt.NONE));
    assertThat(decide(order, exchange, after(exchange, TODAY, Receipt.of("EX20481234"))))
        .isEqualTo(declined(Reason.ALREADY_DONE, order, Receipt.of("EX20481234")));
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVED, , TOO_EARLY, ",
    "PAID, , , STARTED",
    "PACKING, , TOO_LATE, ",
    "SHIPPED, , TOO_LATE, ",
    "SHIPPED, refused_parcel, , RETURNING",
    "OUT_FOR_DELIVERY, refused_parcel, , RETURNING",
    "DELIVERED, refused_parcel, TOO_LATE, ",
    "CANCELLED, , TOO_EARLY, "
  })
  void money_comes_back_for_what_was_not_sent_or_was_turned_away(
      OrderStatus status, String why, Reason reason, Refund.State state) {
    var order = Example.order(status);
    var result =
        decide(order, new ShopWrite.RequestRefund(NUMBER, Optional.ofNullable(why)), EMPTY);
    if (reason == null) {
      assertThat(((WriteResult.Done) result).order().refund())
          .contains(new Refund(state, Optional.of(Money.of("GBP", "105")), Optional.of(TODAY)));
    } else {
      assertThat(result).isEqualTo(declined(reason, order, Receipt.NONE));
    }
  }

  @Test
  void a_refund_that_is_under_way_is_not_started_again() {
    var order =
        Example.order(OrderStatus.CANCELLED)
            .with(new Refund(Refund.State.STARTED, Optional.empty(), Optional.empty()));
    assertThat(decide(order, new ShopWrite.RequestRefund(NUMBER, Optional.empty()), EMPTY))
        .isEqualTo(declined(Reason.ALREADY_DONE, order, Receipt.NONE));
  }

  @Test
  void a_price_that_fell_is_paid_back_once_an_item() {
    var order = demo("LL20479852");
    var ask = new ShopWrite.ProtectPrice(order.number(), "LL-C104");
    var twenty = Receipt.of(Money.of("GBP", "20"));
    assertThat(receipt(order, ask, EMPTY)).isEqualTo(twenty);
    assertThat(decide(order, ask, after(ask, TODAY, twenty)))
        .isEqualTo(declined(Reason.ALREADY_DONE, order, twenty));
    var later = new DemoBooks(TODAY.plusDays(11), DemoCatalogue.read(), List.of(), Map.of());
    assertThat(decide(order, ask, later)).isEqualTo(declined(Reason.TOO_LATE, order, Receipt.NONE));
  }

  @Test
  void a_price_that_did_not_fall_is_not_eligible() {
    var order = Example.order(OrderStatus.SHIPPED);
    assertThat(decide(order, new ShopWrite.ProtectPrice(NUMBER, JUMPER), EMPTY))
        .isEqualTo(declined(Reason.NOT_ELIGIBLE, order, Receipt.NONE));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-26, ", "2026-11-27, ok", "2026-11-28, ", "2026-12-08, ok", "2026-12-09, "})
  void fitters_come_three_to_ten_working_days_ahead(LocalDate day, String outcome) {
    var order = demo("LL20431907");
    var booked = new ShopWrite.BookInstallation(order.number(), Optional.empty(), day);
    assertThat(decide(order, booked, EMPTY))
        .isEqualTo(
            outcome == null
                ? declined(Reason.DAY_FULL, order, Receipt.of(LocalDate.of(2026, 11, 27)))
                : new WriteResult.Done(order, Receipt.of("VI20431907").on(day)));
  }

  @Test
  void a_day_takes_two_visits_and_an_order_one() {
    var order = demo("LL20431907");
    var friday = LocalDate.of(2026, 11, 27);
    var book = new ShopWrite.BookInstallation(order.number(), Optional.of("LL-H202"), friday);
    var full = new DemoBooks(TODAY, DemoCatalogue.read(), List.of(), Map.of(friday, 2));
    assertThat(decide(order, book, full))
        .isEqualTo(declined(Reason.DAY_FULL, order, Receipt.of(LocalDate.of(2026, 11, 30))));
    var booked = Receipt.of("VI20431907").on(friday);
    assertThat(decide(order, book, after(book, TODAY, booked)))
        .isEqualTo(declined(Reason.ALREADY_DONE, order, booked));
  }

  @Test
  void nobody_comes_for_a_jumper() {
    var order = Example.delivered(3);
    var book = new ShopWrite.BookInstallation(NUMBER, Optional.empty(), TODAY.plusDays(3));
    assertThat(decide(order, book, EMPTY))
        .isEqualTo(declined(Reason.NOT_ELIGIBLE, order, Receipt.NONE));
  }

  private static ShopWrite opened(CaseKind kind, String item) {
    return new ShopWrite.OpenCase(NUMBER, kind, Optional.of(item), "it is so", Optional.empty());
  }

  private static ShopWrite exchange(String item, String size, String colour) {
    return new ShopWrite.StartExchange(
        NUMBER, item, Optional.ofNullable(size), Optional.ofNullable(colour));
  }

  private static Order demo(String number) {
    return DemoOrders.read(TODAY).stream()
        .filter(order -> order.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static DemoBooks after(ShopWrite write, LocalDate day, Receipt receipt) {
    var past = new DemoBooks.Past(DemoServices.subject(write), day, receipt);
    return new DemoBooks(TODAY, DemoCatalogue.read(), List.of(past), Map.of());
  }

  private static WriteResult decide(Order order, ShopWrite write, DemoBooks books) {
    return DemoRules.decide(order, write, books);
  }

  private static Receipt receipt(Order order, ShopWrite write, DemoBooks books) {
    return ((WriteResult.Done) decide(order, write, books)).receipt();
  }

  private static Declined declined(Reason reason, Order order, Receipt receipt) {
    return new Declined(reason, order.status(), receipt);
  }
}
