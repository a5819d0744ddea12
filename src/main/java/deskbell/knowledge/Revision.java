package deskbell.knowledge;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One change in an article's history.
 *
 * @param version the article's version after it
 * @param content the text that was saved or published, or that the file has now; empty where the
 *     change brought no text
 */
public record Revision(
    ArticleKey key, long version, Kind kind, Optional<Article> content, String editor, Instant at) {
  /** What was done. */
  public enum Kind {
    DRAFTED,
    DROPPED,
    PUBLISHED,
    REMOVED,
    REVERTED,
    FILE_CHANGED,
    KEPT;

    /** The name in the database and on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a {@link #wire} name. */
    public static Kind ofWire(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
