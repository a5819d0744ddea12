package deskbell.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import deskbell.shop.Example;
import deskbell.shop.Money;
import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemoRulesTest {
  private static final ShopWrite CANCEL = new ShopWrite.CancelOrder("LL20481234");
  private static final ShopWrite RETURN = new ShopWrite.StartReturn("LL20481234", "too small");
  private static final ShopWrite INVOICE =
      new ShopWrite.RequestInvoice("LL20481234", "Hart", Optional.empty(), Optional.empty());

  @Test
  void what_was_not_paid_is_cancelled_without_refund() {
    var order = done(Example.order(OrderStatus.RECEIVED), CANCEL);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.refund()).isEmpty();
  }

  @Test
  void what_was_paid_is_refunded_at_once() {
    var order = done(Example.order(OrderStatus.PAID), CANCEL);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.refund())
        .contains(
            new Refund(
                Refund.State.STARTED,
                Optional.of(Money.of("GBP", "105.00")),
                Optional.of(Example.TODAY)));
  }

  @ParameterizedTest
  @EnumSource(names = {"PACKING", "SHIPPED", "OUT_FOR_DELIVERY", "DELIVERED"})
  void from_packing_on_it_is_too_late_to_cancel(OrderStatus status) {
    assertThat(decide(Example.order(status), CANCEL))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_LATE, status));
  }

  @Test
  void what_is_cancelled_stays_cancelled() {
    assertThat(decide(Example.order(OrderStatus.CANCELLED), CANCEL))
        .isEqualTo(
            new WriteResult.Declined(WriteResult.Reason.ALREADY_DONE, OrderStatus.CANCELLED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 High Street, Leeds LS1 4AB | Leeds",
        "12 High Street, Stoke-on-Trent, st4 2pq | Stoke-on-Trent",
        "浙江省杭州市西湖区文三路 18 号 | 杭州",
        "新疆维吾尔自治区乌鲁木齐市天山区新华北路 66 号 | 乌鲁木齐",
        "the blue house behind the church | ''"
      })
  void the_address_changes_until_packing_ends(String address, String city) {
    var write = new ShopWrite.ChangeAddress("LL20481234", address, Optional.empty());
    var order = done(Example.order(OrderStatus.PACKING), write);
    assertThat(order.address().text()).isEqualTo(address);
    assertThat(order.address().city()).isEqualTo(city);
    assertThat(decide(Example.order(OrderStatus.SHIPPED), write))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_LATE, OrderStatus.SHIPPED));
  }

  @Test
  void a_refund_goes_elsewhere_until_it_is_sent() {
    var write = new ShopWrite.ChangeRefundAccount("LL20481234", "20-00-00 55779911");
    assertThat(decide(Example.order(OrderStatus.DELIVERED), write))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_EARLY, OrderStatus.DELIVERED));
    for (var state : Refund.State.values()) {
      var order =
          Example.order(OrderStatus.CANCELLED)
              .with(new Refund(state, Optional.empty(), Optional.empty()));
      assertThat(decide(order, write))
          .isEqualTo(
              state == Refund.State.REFUNDED
                  ? new WriteResult.Declined(WriteResult.Reason.TOO_LATE, OrderStatus.CANCELLED)
                  : new WriteResult.Done(order));
    }
  }

  @Test
  void a_return_starts_within_thirty_days_of_delivery() {
    var order = done(Example.delivered(30), RETURN);
    assertThat(order.returned()).contains(new ReturnSlip("RT20481234", ReturnSlip.Method.LABEL));
    assertThat(order.refund().map(Refund::state)).contains(Refund.State.RETURNING);
    assertThat(decide(Example.delivered(31), RETURN))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_LATE, OrderStatus.DELIVERED));
  }

  @Test
  void a_return_that_stands_is_the_result_again() {
    var once = done(Example.delivered(3), RETURN);
    assertThat(done(once, RETURN)).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "DELIVERED")
  void what_was_not_delivered_cannot_be_returned(OrderStatus status) {
    assertThat(decide(Example.order(status), RETURN))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_EARLY, status));
  }

  @ParameterizedTest
  @EnumSource(names = {"SHIPPED", "OUT_FOR_DELIVERY", "DELIVERED"})
  void an_invoice_is_written_once_shipped(OrderStatus status) {
    var once = done(Example.order(status), INVOICE);
    assertThat(once.invoice()).contains("IN20481234");
    assertThat(done(once, INVOICE)).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECEIVED", "PAID", "PACKING", "CANCELLED"})
  void before_that_it_is_too_early(OrderStatus status) {
    assertThat(decide(Example.order(status), INVOICE))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_EARLY, status));
  }

  private static WriteResult decide(Order order, ShopWrite write) {
    return DemoRules.decide(
        order, write, new DemoBooks(Example.TODAY, List.of(), List.of(), Map.of()));
  }

  private static Order done(Order order, ShopWrite write) {
    var result = decide(order, write);
    assertThat(result).isInstanceOf(WriteResult.Done.class);
    return ((WriteResult.Done) result).order();
  }
}
