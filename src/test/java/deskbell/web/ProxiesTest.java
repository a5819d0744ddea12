package deskbell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import deskbell.conversation.Invalid;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.1.128/25, 192.168.1.200, true",
    "192.168.1.128/25, 192.168.1.127, false",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "0.0.0.0/0, 203.0.113.7, true",
    "fd00::/8, fdab::1, true",
    "fd00::/8, fe80::1, false",
    "::1, ::1, true",
    "10.0.0.0/8, ::1, false"
  })
  void a_block_holds_the_addresses_whose_first_bits_agree(
      String block, String address, boolean holds) {
    assertThat(Cidr.parse(block).contains(InetAddress.ofLiteral(address))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost   | network is localhost; such as 10.0.0.0/8 or fd00::/8
          10.0.0.0/x  | network is 10.0.0.0/x; such as 10.0.0.0/8 or fd00::/8
          10.0.0.0/33 | network is 10.0.0.0/33; bits go from 0 to 32
          """)
  void what_is_no_block_is_told_what_one_looks_like(String text, String message) {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> Cidr.parse(text))
        .withMessage(message);
  }

  @Test
  void limits_count_an_ipv6_customer_as_one() {
    assertThat(AddressLimit.key(InetAddress.ofLiteral("2001:db8:1:2::5")))
        .isEqualTo(AddressLimit.key(InetAddress.ofLiteral("2001:db8:1:2:ffff::1")))
        .isNotEqualTo(AddressLimit.key(InetAddress.ofLiteral("2001:db8:1:3::5")));
    assertThat(AddressLimit.key(InetAddress.ofLiteral("203.0.113.7"))).isEqualTo("203.0.113.7");
  }

  @Test
  void places_of_an_address_are_given_back() {
    var limit = new AddressLimit(2);

    assertThat(limit.enter("a")).isTrue();
    assertThat(limit.enter("a")).isTrue();
    assertThat(limit.enter("a")).isFalse();
    assertThat(limit.enter("b")).isTrue();
    limit.leave("a");

    assertThat(limit.enter("a")).isTrue();
    assertThat(limit.count("a")).isEqualTo(2);
  }
}
