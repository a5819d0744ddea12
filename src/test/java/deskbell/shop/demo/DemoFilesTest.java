package deskbell.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.shop.Example;
import deskbell.shop.Money;
import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.Refund;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoFilesTest {
  private static final Path FACTS = Path.of("src", "docs", "example-shop.md");
  private static final Path DOCUMENTED = Path.of("src", "docs", "demo-shop.md");
  private static final List<Order> ORDERS = DemoOrders.read(Example.TODAY);

  @Test
  void the_catalogue_is_the_one_of_the_facts() throws IOException {
    var facts =
        Files.readAllLines(FACTS).stream().filter(line -> line.startsWith("| LL-")).toList();
    var catalogue =
        DemoCatalogue.read().stream()
            .map(
                product ->
                    "| %s | %s | %s | %,d | %,d |"
                        .formatted(
                            product.code(),
                            product.name().en(),
                            product.name().zh(),
                            product.prices().get(0).amount().toBigInteger(),
                            product.prices().get(1).amount().toBigInteger()))
            .toList();
    assertThat(catalogue).hasSize(36).isEqualTo(facts);
  }

  @Test
  void forty_orders_stand_at_every_status_in_both_stores() {
    assertThat(ORDERS).hasSize(40).extracting(Order::number).doesNotHaveDuplicates();
    for (var store : List.of("GBP", "CNY")) {
      var statuses =
          ORDERS.stream()
              .filter(order -> order.total().currency().getCurrencyCode().equals(store))
              .map(Order::status)
              .collect(Collectors.toSet());
      assertThat(statuses).as(store).containsExactlyInAnyOrder(OrderStatus.values());
    }
    assertThat(ORDERS.stream().flatMap(order -> order.refund().stream()).map(Refund::state))
        .contains(Refund.State.values());
  }

  @Test
  void no_order_belongs_to_a_real_person() {
    assertThat(ORDERS).allMatch(order -> order.contact().email().endsWith("@example.com"));
  }

  @Test
  void an_order_costs_what_its_items_and_delivery_cost() {
    assertThat(order("LL20481234").total()).isEqualTo(Money.of("GBP", "87"));
    assertThat(order("LL20480064").total()).isEqualTo(Money.of("GBP", "45.95"));
    assertThat(order("LL20480712").total()).isEqualTo(Money.of("CNY", "1459"));
  }

  @Test
  void what_the_documentation_lists_is_what_is_there() throws IOException {
    var listed =
        Files.readAllLines(DOCUMENTED).stream().filter(line -> line.startsWith("| LL")).toList();
    assertThat(listed).hasSameSizeAs(ORDERS);
    for (int i = 0; i < listed.size(); i++) {
      var order = ORDERS.get(i);
      var phone = order.contact().phone();
      assertThat(listed.get(i))
          .startsWith("| " + order.number())
          .contains("| " + order.status().wire().replace('_', ' '))
          .endsWith(
              "| %s | %s |"
                  .formatted(
                      order.contact().email().replace("@example.com", ""),
                      phone.substring(phone.length() - 4)));
    }
  }

  @Test
  void a_broken_line_is_named_with_its_file() {
    var text =
        """
        code,en,zh,gbp,cny,stock,sizes,size_stock,chart,image,alt_en,alt_zh,tags
        LL-1,One,一,1.00,9.00,2,,,,,A thing,东西,red
        LL-2,Two,二,x,1,1,,,,,A thing,东西,
        """;
    assertThatThrownBy(
            () -> DemoFile.read("catalogue.csv", new StringReader(text), DemoCatalogue::product))
        .isInstanceOf(Invalid.class)
        .hasMessage("catalogue.csv line 3 money.amount is x, not a number");
  }

  private static Order order(String number) {
    return ORDERS.stream().filter(order -> order.number().equals(number)).findFirst().orElseThrow();
  }
}
