package deskbell.dialog.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of step, by the field that makes a step one of them. */
enum StepKind {
  COLLECT,
  CALL("with", "on"),
  BRANCH("when", "else"),
  SAY,
  CONFIRM("yes", "no", "denied"),
  SET,
  FORGET,
  RUN("on"),
  HAND_OVER("department"),
  JUMP,
  END;

  private final String others;

  StepKind(String... others) {
    this.others = String.join(" ", others);
  }

  /** The field's name. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All fields that such a step may have. */
  List<String> known() {
    return Stream.of((key() + " name " + others).strip().split(" ", -1)).toList();
  }

  /** The kind of a step; none, or two, is a problem. */
  static Optional<StepKind> of(Value.Fields fields, Shapes shapes) {
    var kinds = Arrays.stream(values()).filter(kind -> fields.has(kind.key())).toList();
    if (kinds.size() != 1) {
      var keys = Arrays.stream(values()).map(StepKind::key).toList();
      shapes.wrong(fields.place(), "a step must have exactly one of " + String.join(", ", keys));
      return Optional.empty();
    }
    return Optional.of(kinds.getFirst());
  }

  /**
   * A step's id: its name, else for steps that wait the word that says what for, else {@code
   * position}. A stored conversation finds its place again by it.
   */
  static String id(Value.Fields fields, String position) {
    return Stream.of("name", "collect", "call", "run")
        .flatMap(key -> fields.get(key).stream())
        .filter(Value.Scalar.class::isInstance)
        .map(value -> ((Value.Scalar) value).text())
        .findFirst()
        .orElse(fields.has("confirm") ? "confirm" : position);
  }
}
