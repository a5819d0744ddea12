package deskbell.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator of pages that were refused a socket, since a browser tells its page no more
 * than that there is no connection. Each origin is named once, and no more than so many, as anybody
 * may send any. Shared by all threads.
 */
final class RefusedOrigins {
  /** Origins that are named until the server starts anew. */
  static final int MAX_NAMED = 100;

  private static final Logger LOG = LoggerFactory.getLogger(RefusedOrigins.class);

  private final Set<String> named = ConcurrentHashMap.newKeySet();

  /** A page of this origin was refused. */
  void add(String origin) {
    if (origin.length() <= Origins.MAX_CHARACTERS
        && named.size() < MAX_NAMED
        && named.add(origin)) {
      LOG.warn(
          "a page of {} may not open the chat: where it is the shop's, add it in the console under"
              + " Set-up, Sites with the chat, or start with --origins {}",
          origin,
          origin);
    }
  }
}
