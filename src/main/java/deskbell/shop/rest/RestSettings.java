package deskbell.shop.rest;

import deskbell.conversation.Invalid;
import java.net.URI;
import java.time.Duration;

/**
 * Where the shop is, and the limits of asking it.
 *
 * @param base such as {@code https://shop.example/deskbell}
 * @param token sent as bearer token; never logged
 * @param connect time until a connection is open, waiting for a free one included
 * @param answer time from then until the whole answer is there
 * @param attempts how often a request is made at most
 * @param pause between two attempts
 * @param maxBytes size of an answer
 * @param connections open at once
 * @param waiting requests that may wait for a connection
 */
public record RestSettings(
    URI base,
    String token,
    Duration connect,
    Duration answer,
    int attempts,
    Duration pause,
    int maxBytes,
    int connections,
    int waiting) {
  /** A shop nearby connects at once. */
  public static final Duration CONNECT = Duration.ofSeconds(1);

  /** Two attempts of three calls still fit into the time of one turn. */
  public static final Duration ANSWER = Duration.ofSeconds(2);

  /** Requests made again once. */
  public static final int ATTEMPTS = 2;

  /** Long enough for a shop's node to be replaced by another. */
  public static final Duration PAUSE = Duration.ofMillis(200);

  /** Some ten thousand products. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  /** Connections that the shop sees from one node. */
  public static final int CONNECTIONS = 16;

  /** About what the connections serve within the limit. */
  public static final int WAITING = 256;

  public RestSettings {
    boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!web || base.getHost() == null || base.getQuery() != null || base.getFragment() != null) {
      throw new Invalid("shop address", "is " + base + "; must be http(s)://host/path");
    }
    if (token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new Invalid("shop token", "must be printable ASCII without spaces");
    }
    positive("shop connect limit", connect.toMillis());
    positive("shop answer limit", answer.toMillis());
    positive("shop attempts", attempts);
    positive("shop pause", pause.toMillis());
    positive("shop answer size", maxBytes);
    positive("shop connections", connections);
    positive("shop waiting requests", waiting);
  }

  /** Default limits for a shop. */
  public static RestSettings at(URI base, String token) {
    return new RestSettings(
        base, token, CONNECT, ANSWER, ATTEMPTS, PAUSE, MAX_BYTES, CONNECTIONS, WAITING);
  }

  /** The same with other limits on time. */
  public RestSettings within(Duration connect, Duration answer) {
    return new RestSettings(
        base, token, connect, answer, attempts, pause, maxBytes, connections, waiting);
  }

  @Override
  public String toString() {
    return "RestSettings[base=%s, token=***, connect=%s, answer=%s, attempts=%d, maxBytes=%d]"
        .formatted(base, connect, answer, attempts, maxBytes);
  }

  private static void positive(String name, long value) {
    if (value <= 0) {
      throw new Invalid(name, "is " + value + "; must be positive");
    }
  }
}
