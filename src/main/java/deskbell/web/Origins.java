package deskbell.web;

import deskbell.conversation.Invalid;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Decides which pages may open a socket: those of the server's own host and those that the operator
 * named. A request without an Origin does not come from a page and passes. Shared by all threads.
 */
public final class Origins {
  /** Characters of an origin at most. */
  public static final int MAX_CHARACTERS = 200;

  private final Supplier<List<String>> allowed;
  private final Proxies proxies;

  /** Allows these besides the server's own, asked for each time. */
  public Origins(Supplier<List<String>> allowed, Proxies proxies) {
    this.allowed = allowed;
    this.proxies = proxies;
  }

  /**
   * The origin in the form browsers send: lower case, no path, no port that the scheme has anyway;
   * anything else is {@link Invalid}.
   */
  public static String checked(String origin) {
    var lower = origin.toLowerCase(Locale.ROOT);
    if (lower.length() > MAX_CHARACTERS || !lower.matches("https?://[^/?#@*%\\s]+")) {
      throw new Invalid("origin", "is " + origin + "; such as https://shop.example");
    }
    return lower.replaceFirst("^(https://.+):443$|^(http://.+):80$", "$1$2");
  }

  /** True where the page that sends this request may do so. */
  public boolean allow(HttpServerRequest request) {
    return own(request)
        || allowed.get().contains(request.getHeader("Origin").toLowerCase(Locale.ROOT));
  }

  /** True where no page sends this request, or one of the server's own: not one of the shop's. */
  public boolean own(HttpServerRequest request) {
    var origin = request.getHeader("Origin");
    return origin == null || ownHost(origin, request);
  }

  private boolean ownHost(String origin, HttpServerRequest request) {
    try {
      var page = URI.create(origin).getAuthority();
      return page != null && page.toLowerCase(Locale.ROOT).equals(proxies.host(request));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
