package deskbell.dialog.reading;

import deskbell.dialog.flow.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads values as what they should be. Where one is something else, a problem is noted and the
 * nearest harmless thing returned, so that reading goes on.
 */
final class Shapes {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,59}");
  private static final int NEAR = 2;

  private final Problems problems;

  Shapes(Problems problems) {
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  void wrong(Place place, String rule) {
    problems.add(place, rule);
  }

  /** The value as named fields of which only these are known. */
  Value.Fields fields(Value value, String what, Collection<String> known) {
    var fields = map(value, what);
    fields
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                wrong(field.key(), what + " has no field " + name + hint(name, known));
              }
            });
    return fields;
  }

  /** The value as fields of any name. */
  Value.Fields map(Value value, String what) {
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    wrong(value.place(), what + " must be a mapping (name: value)");
    return new Value.Fields(Map.of(), value.place());
  }

  /** The value as a list. */
  List<Value> items(Value value, String what) {
    if (value instanceof Value.Items(var values, _)) {
      return values;
    }
    wrong(value.place(), what + " must be a list (- value)");
    return List.of();
  }

  /** The value as a list, or a list of the one value that it is. */
  List<Value> oneOrMore(Value value) {
    return value instanceof Value.Items(var values, _) ? values : List.of(value);
  }

  /** The value as a text that is not empty. */
  String text(Value value, String what) {
    if (value instanceof Value.Scalar(var text, _)) {
      if (text.isEmpty()) {
        wrong(value.place(), what + " is empty");
      }
      return text;
    }
    wrong(value.place(), what + " must be a text");
    return "";
  }

  /** The value as a name: small letters, digits, {@code _} and {@code -}. */
  String name(Value value, String what) {
    var text = text(value, what);
    if (!text.isEmpty()) {
      checkName(text, value.place(), what);
    }
    return text;
  }

  void checkName(String name, Place place, String what) {
    if (!NAME.matcher(name).matches()) {
      wrong(
          place,
          what + " " + name + " must begin with a small letter and have only a-z, 0-9, _ and -");
    }
  }

  /** The value as one of several known names; empty where it is not. */
  Optional<String> known(Value value, String what, Collection<String> known) {
    var name = text(value, what);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!known.contains(name)) {
      wrong(value.place(), "unknown " + what + " " + name + hint(name, known));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  /** The value as yes or no. */
  boolean yes(Value value, String what) {
    return known(value, what, List.of("yes", "no")).filter(Predicate.isEqual("yes")).isPresent();
  }

  /** The value as a whole number from 1 on. */
  int number(Value value, String what) {
    var text = text(value, what);
    if (text.matches("[1-9]\\d{0,6}")) {
      return Integer.parseInt(text);
    }
    wrong(value.place(), what + " is " + text + "; must be a whole number from 1 on");
    return 1;
  }

  /** The value of a field that must be there. */
  Optional<Value> needed(Value.Fields fields, String name, String what) {
    if (!fields.has(name)) {
      wrong(fields.place(), what + " lacks " + name);
    }
    return fields.get(name);
  }

  /** What may have been meant, or what there is. */
  static String hint(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(name, other) <= NEAR)
        .findFirst()
        .map(near -> "; did you mean " + near + "?")
        .orElseGet(() -> "; known: " + String.join(", ", known));
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
