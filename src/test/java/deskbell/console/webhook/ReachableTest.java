package deskbell.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.web.Cidr;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableTest {
  private static final Reachable PUBLIC = new Reachable(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::"
      })
  void special_addresses_are_never_public(String address) {
    assertThat(PUBLIC.allows(InetAddress.ofLiteral(address), true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:4700::1111"})
  void public_addresses_are_sent_to_encrypted_alone(String address) {
    assertThat(PUBLIC.allows(InetAddress.ofLiteral(address), true)).isTrue();
    assertThat(PUBLIC.allows(InetAddress.ofLiteral(address), false)).isFalse();
  }

  @Test
  void what_the_operator_names_is_sent_to_either_way_and_nothing_beside_it() {
    var own = new Reachable(List.of(Cidr.parse("10.1.0.0/16")));
    assertThat(own.allows(InetAddress.ofLiteral("10.1.2.3"), false)).isTrue();
    assertThat(own.allows(InetAddress.ofLiteral("10.2.2.3"), true)).isFalse();
  }
}
