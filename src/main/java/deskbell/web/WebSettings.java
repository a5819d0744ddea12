package deskbell.web;

import deskbell.conversation.Invalid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens and whom it trusts.
 *
 * @param port 0 for any free one
 * @param tls empty for plain HTTP, as behind a proxy
 * @param trustedProxies whose X-Forwarded-For, -Proto and -Host are believed
 * @param allowedOrigins such as {@code https://shop.example}: pages that may open sockets besides
 *     those of the server's own host
 * @param maxConnectionsPerAddress open at once; an IPv6 /64 counts as one address
 * @param idle after which a connection that carries nothing is closed; longer than the interval of
 *     the sockets' pings
 * @param stopWait how long a stop waits for edges and requests before it cuts them off
 * @param pages the folder of browser code; empty for the one on the classpath
 * @param metricsFrom who may read {@code /metrics}
 */
public record WebSettings(
    String host,
    int port,
    Optional<Tls> tls,
    List<Cidr> trustedProxies,
    List<String> allowedOrigins,
    int maxConnectionsPerAddress,
    Duration idle,
    Duration stopWait,
    Optional<Path> pages,
    List<Cidr> metricsFrom) {
  /** On all interfaces, port 8080, no proxy, metrics for this machine and private networks. */
  public static final WebSettings DEFAULTS =
      new WebSettings(
          "0.0.0.0",
          8080,
          Optional.empty(),
          List.of(),
          List.of(),
          200,
          Duration.ofSeconds(120),
          Duration.ofSeconds(10),
          Optional.empty(),
          List.of(
              Cidr.parse("127.0.0.0/8"),
              Cidr.parse("::1"),
              Cidr.parse("10.0.0.0/8"),
              Cidr.parse("172.16.0.0/12"),
              Cidr.parse("192.168.0.0/16"),
              Cidr.parse("fc00::/7")));

  /** Certificate chain and private key, both PEM files. */
  public record Tls(Path certificate, Path key) {}

  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new Invalid("port", "is " + port + "; from 0 to 65535");
    }
    if (maxConnectionsPerAddress < 1) {
      throw new Invalid(
          "connections per address", "is " + maxConnectionsPerAddress + "; 1 or more");
    }
    trustedProxies = List.copyOf(trustedProxies);
    allowedOrigins = allowedOrigins.stream().map(Origins::checked).toList();
    metricsFrom = List.copyOf(metricsFrom);
  }

  /** These settings on another host and port. */
  public WebSettings at(String otherHost, int otherPort) {
    return new WebSettings(
        otherHost,
        otherPort,
        tls,
        trustedProxies,
        allowedOrigins,
        maxConnectionsPerAddress,
        idle,
        stopWait,
        pages,
        metricsFrom);
  }
}
