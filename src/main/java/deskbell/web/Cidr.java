package deskbell.web;

import deskbell.conversation.Invalid;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * A block of addresses, IPv4 or IPv6.
 *
 * @param network in hexadecimal digits, 8 or 32 of them
 * @param bits that must agree, counted from the left
 */
public record Cidr(String network, int bits) {
  /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; else {@link Invalid}. */
  public static Cidr parse(String text) {
    var slash = text.indexOf('/');
    var address = slash < 0 ? text : text.substring(0, slash);
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      var bits = slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > bytes.length * 8) {
        throw new Invalid("network", "is " + text + "; bits go from 0 to " + bytes.length * 8);
      }
      return new Cidr(HexFormat.of().formatHex(bytes), bits);
    } catch (IllegalArgumentException malformed) {
      throw new Invalid("network", "is " + text + "; such as 10.0.0.0/8 or fd00::/8", malformed);
    }
  }

  /** True where the address lies in this block. */
  public boolean contains(InetAddress address) {
    var mine = HexFormat.of().parseHex(network);
    var other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
