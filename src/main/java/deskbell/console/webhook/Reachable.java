package deskbell.console.webhook;

import deskbell.web.Cidr;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be sent to: public ones, and networks that the operator has named. Whoever
 * may add a webhook must not thereby reach what listens within.
 *
 * @param networks private ones that are allowed
 */
record Reachable(List<Cidr> networks) {
  /** Special-purpose registries of IANA, RFC 6890; IPv6 beside its one public block below. */
  private static final List<Cidr> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Cidr::parse)
          .toList();

  private static final Cidr PUBLIC_IPV6 = Cidr.parse("2000::/3");

  Reachable {
    networks = List.copyOf(networks);
  }

  /** True where a request may go there, encrypted or not. */
  boolean allows(InetAddress address, boolean secure) {
    return named(address) || (secure && open(address));
  }

  private boolean named(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static boolean open(InetAddress address) {
    return (!(address instanceof Inet6Address) || PUBLIC_IPV6.contains(address))
        && SPECIAL.stream().noneMatch(network -> network.contains(address));
  }
}
