package deskbell.dialog.flow;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where something stands in a flow file.
 *
 * @param line from 1
 * @param column from 1, in characters (code points)
 * @param excerpt the line itself
 */
public record Place(String file, int line, int column, String excerpt) {
  /** The first match of a pattern from this place on, on the same line. */
  public Optional<Place> find(Pattern pattern) {
    var matcher = pattern.matcher(excerpt);
    int from = excerpt.offsetByCodePoints(0, Math.min(column - 1, length()));
    return matcher.find(from)
        ? Optional.of(
            new Place(file, line, excerpt.codePointCount(0, matcher.start()) + 1, excerpt))
        : Optional.empty();
  }

  private int length() {
    return excerpt.codePointCount(0, excerpt.length());
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
