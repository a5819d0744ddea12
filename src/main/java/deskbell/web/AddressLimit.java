package deskbell.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what is open at once from each address. An IPv6 /64 counts as one, since a single customer
 * is given that many. Shared by all threads; as large as what is open.
 */
public final class AddressLimit {
  private static final int NETWORK_BYTES = 8;

  private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();
  private final int max;

  /** Allows {@code max} at once from each address. */
  public AddressLimit(int max) {
    this.max = max;
  }

  /** What limits count an address by. */
  public static String key(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
        : address.getHostAddress();
  }

  /** Takes a place; false where none is left. Whoever got one must {@link #leave}. */
  public boolean enter(String key) {
    var now = open.merge(key, 1, Integer::sum);
    if (now > max) {
      leave(key);
      return false;
    }
    return true;
  }

  /** Gives a place back. */
  public void leave(String key) {
    open.computeIfPresent(key, (same, count) -> count == 1 ? null : Integer.valueOf(count - 1));
  }

  /** How many places an address holds. */
  public int count(String key) {
    return open.getOrDefault(key, 0);
  }
}
