package deskbell.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds where a request comes from. The X-Forwarded headers are believed only from named proxies:
 * the list is read from the right, and the first address that is no proxy is the shopper's. Shared
 * by all threads.
 */
public final class Proxies {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_HOST = "X-Forwarded-Host";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

  private final List<Cidr> trusted;

  /** Believes these networks. */
  public Proxies(List<Cidr> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** The address that the request was sent from, as far as it can be known. */
  public InetAddress client(HttpServerRequest request) {
    var peer = InetAddress.ofLiteral(request.remoteAddress().hostAddress());
    if (trusted.isEmpty() || !trusts(peer)) {
      return peer;
    }
    var client = peer;
    for (var hop : hops(request).reversed()) {
      var address = literal(hop);
      if (address.isEmpty()) {
        return client;
      }
      client = address.get();
      if (!trusts(client)) {
        return client;
      }
    }
    return client;
  }

  /**
   * True where the request says that it was forwarded, but not by a proxy that is trusted: its
   * sender is unknown.
   */
  public boolean hidden(HttpServerRequest request) {
    return request.headers().contains(FORWARDED_FOR)
        && !trusts(InetAddress.ofLiteral(request.remoteAddress().hostAddress()));
  }

  /** True where the shopper's browser speaks TLS, to this server or to a trusted proxy. */
  public boolean secure(HttpServerRequest request) {
    return request.isSSL()
        || ("https".equalsIgnoreCase(request.getHeader(FORWARDED_PROTO))
            && trusts(InetAddress.ofLiteral(request.remoteAddress().hostAddress())));
  }

  /** The host and port that the shopper's browser asked for; empty where it named none. */
  public String host(HttpServerRequest request) {
    var forwarded = request.getHeader(FORWARDED_HOST);
    var host =
        forwarded != null && trusts(InetAddress.ofLiteral(request.remoteAddress().hostAddress()))
            ? forwarded
            : asked(request);
    return host.toLowerCase(Locale.ROOT);
  }

  /** HTTP/2, which browsers speak over TLS, has no Host header but an authority. */
  private static String asked(HttpServerRequest request) {
    var authority = request.authority();
    return authority == null ? "" : authority.toString();
  }

  /** True for an address within a trusted network. */
  public boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static List<String> hops(HttpServerRequest request) {
    var hops = new ArrayList<String>();
    for (var header : request.headers().getAll(FORWARDED_FOR)) {
      for (var hop : header.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    return hops;
  }

  /** Some proxies add a port: {@code 203.0.113.7:4711}, {@code [2001:db8::1]:4711}. */
  private static Optional<InetAddress> literal(String hop) {
    var bare =
        hop.startsWith("[")
            ? hop.substring(1, Math.max(1, hop.indexOf(']')))
            : hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceFirst(":.*", "") : hop;
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
