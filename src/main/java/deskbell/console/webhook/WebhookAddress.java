package deskbell.console.webhook;

import deskbell.conversation.Invalid;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a program listens: {@code https://host/path}, or {@code http} within networks of one's own.
 */
public record WebhookAddress(URI uri) {
  /** Characters of an address at most. */
  public static final int MAX_CHARACTERS = 500;

  private static final String RULE = "; an address such as https://shop.example/deskbell";
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /** The address of a text; {@link Invalid} where it is none that could be sent to. */
  public static WebhookAddress parse(String text) {
    try {
      var uri = new URI(text);
      var http =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (!http || uri.getHost() == null || uri.getPort() > 65_535) {
        throw new Invalid("url", "is " + text + RULE);
      }
      if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
        throw new Invalid("url", "has a name, a password or a # in it" + RULE);
      }
      return new WebhookAddress(uri);
    } catch (URISyntaxException malformed) {
      throw new Invalid("url", "is " + text + RULE, malformed);
    }
  }

  /** True where what is sent is encrypted. */
  public boolean secure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** A name, or an address without brackets. */
  public String host() {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  /** The port, if only the scheme's. */
  public int port() {
    return uri.getPort() >= 0 ? uri.getPort() : secure() ? HTTPS_PORT : HTTP_PORT;
  }

  /** What follows host and port. */
  public String path() {
    var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
