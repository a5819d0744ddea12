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

  /** A read of {@code template}, its one {@code {}} being the value. */
  static RestRequest get(String template, String value) {
    return new RestRequest(HttpMethod.GET, filled(template, value), template, Optional.empty());
  }

  static RestRequest get(String path) {
    return new RestRequest(HttpMethod.GET, path, path, Optional.empty());
  }

  static RestRequest write(String template, String value, Write write) {
    return new RestRequest(HttpMethod.POST, filled(template, value), template, Optional.of(write));
  }

  private static String filled(String template, String value) {
    return template.replace("{}", encoded(value));
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
