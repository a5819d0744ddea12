package deskbell.dialog.reading;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import deskbell.dialog.flow.Place;
import java.util.stream.Collectors;

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
    return place.excerpt().isEmpty()
        ? line()
        : line() + "\n    " + place.excerpt() + "\n    " + margin() + "^";
  }

  /**
   * As wide as what stands before the place: Chinese characters take two columns, tabs their own.
   */
  private String margin() {
    return place
        .excerpt()
        .codePoints()
        .limit(place.column() - 1L)
        .mapToObj(character -> character == '\t' ? "\t" : " ".repeat(width(character)))
        .collect(Collectors.joining());
  }

  private static int width(int character) {
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }
}
