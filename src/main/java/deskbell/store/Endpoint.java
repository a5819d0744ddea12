package deskbell.store;

import deskbell.conversation.Invalid;
import deskbell.store.embedded.Access;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a database is reached, for both drivers. {@link #toString} leaves the password out.
 *
 * @param sslMode as PostgreSQL names it
 * @param rootCertificate a PEM file that the server's certificate is checked against; empty for
 *     Java's own authorities
 */
public record Endpoint(
    String host,
    int port,
    String database,
    String user,
    String password,
    String sslMode,
    String rootCertificate) {
  private static final int DEFAULT_PORT = 5432;
  private static final int MAX_PORT = 65_535;
  private static final Set<String> SSL_MODES =
      Set.of("disable", "prefer", "require", "verify-ca", "verify-full");
  private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert");

  public Endpoint {
    required("host", host);
    required("database name", database);
    required("user", user);
    if (port < 1 || port > MAX_PORT) {
      throw new Invalid("database", "has port " + port + "; must be 1 to " + MAX_PORT);
    }
    if (!SSL_MODES.contains(sslMode)) {
      throw new Invalid(
          "database",
          "has sslmode " + sslMode + "; known: " + String.join(", ", sorted(SSL_MODES)));
    }
  }

  /** The embedded server's. */
  static Endpoint of(Access access) {
    return new Endpoint(
        access.host(),
        access.port(),
        access.database(),
        access.user(),
        access.password(),
        "disable",
        "");
  }

  /**
   * Reads {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…&sslrootcert=FILE};
   * anything else is {@link Invalid} with a message that never holds the password.
   */
  public static Endpoint parse(String address) {
    var uri = uri(address);
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw new Invalid("database", "must be embedded or begin with postgresql://");
    }
    var parameters = parameters(uri);
    var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = userInfo.indexOf(':');
    return new Endpoint(
        uri.getHost() == null ? "" : uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        uri.getPath() == null || uri.getPath().isEmpty() ? "" : uri.getPath().substring(1),
        decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
        decoded(colon < 0 ? "" : userInfo.substring(colon + 1)),
        parameters.getOrDefault("sslmode", "prefer"),
        parameters.getOrDefault("sslrootcert", ""));
  }

  /** The same server and user, another database. */
  public Endpoint to(String other) {
    return new Endpoint(host, port, other, user, password, sslMode, rootCertificate);
  }

  /** True where the server's certificate is checked. */
  boolean verifies() {
    return sslMode.startsWith("verify-");
  }

  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException malformed) {
      throw new Invalid(
          "database",
          "is no address: %s at character %d"
              .formatted(malformed.getReason(), malformed.getIndex() + 1));
    }
  }

  private static Map<String, String> parameters(URI uri) {
    var found = new HashMap<String, String>();
    if (uri.getRawQuery() == null) {
      return found;
    }
    for (var pair : uri.getRawQuery().split("&", -1)) {
      var parts = pair.split("=", 2);
      if (!PARAMETERS.contains(parts[0]) || parts.length < 2) {
        throw new Invalid(
            "database",
            "has the parameter %s; known: %s"
                .formatted(parts[0], String.join(", ", sorted(PARAMETERS))));
      }
      found.put(parts[0], decoded(parts[1]));
    }
    return found;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void required(String name, String value) {
    if (value.isBlank()) {
      throw new Invalid(
          "database", "names no " + name + "; postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
    }
  }

  private static String[] sorted(Set<String> names) {
    return names.stream().sorted().toArray(String[]::new);
  }

  @Override
  public String toString() {
    return "postgresql://%s:***@%s:%d/%s?sslmode=%s".formatted(user, host, port, database, sslMode);
  }
}
