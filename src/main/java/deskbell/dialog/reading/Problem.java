package deskbell.dialog.reading;

import deskbell.dialog.flow.Place;

/**
 * A mistake in a flow file.
 *
 * @param rule names the field, its value and the rule that it breaks
 */
public record Problem(Place place, String rule) {
  /** One line: file, line, column, rule. */
  public String line() {
    return place + ": " + rule;
  }

  /** The line, and below it the excerpt with a mark under the place. */
  @Override
  public String toString() {
    return line()
        + "\n    "
        + place.excerpt()
        + "\n    "
        + " ".repeat(Math.max(0, place.column() - 1))
        + "^";
  }
}
