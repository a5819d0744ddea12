package deskbell.shop.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request that may be made again: it reads, or it carries its idempotency key.
 *
 * @param path below the base address, with the values of the template filled in
 * @param template the path as logs show it, without values
 */
record RestRequest(HttpMethod method, String path, String template, Optional<Write> write) {
  /** What a write sends, and the key under which the shop makes it once. */
  record Write(String idempotencyKey, JsonObject body) {
    /** The key as a header may hold it; keys of plain letters stay as they are. */
    String headerValue() {
      return URLEncoder.encode(idempotencyKey, StandardCharsets.UTF_8).replace("%2F", "/");
    }
  }

  /** A read of {@code template}, each {@code {}} of it being one of the values. */
  static RestRequest get(String template, String... values) {
    return new RestRequest(HttpMethod.GET, filled(template, values), template, Optional.empty());
  }

  static RestRequest write(String template, String value, Write write) {
    return new RestRequest(HttpMethod.POST, filled(template, value), template, Optional.of(write));
  }

  private static String filled(String template, String... values) {
    var path = new StringBuilder();
    var parts = template.split("\\{}", -1);
    for (int i = 0; i < parts.length; i++) {
      path.append(i == 0 ? "" : encoded(values[i - 1])).append(parts[i]);
    }
    return path.toString();
  }

  /** A value as one segment of a path; dots alone would mean another folder. */
  private static String encoded(String value) {
    var segment = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return segment.matches("\\.{1,2}") ? segment.replace(".", "%2E") : segment;
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
