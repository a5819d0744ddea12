package deskbell.dialog.reading;

import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Slot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which intents count as an answer to a slot's question, and for which value they stand. */
final class ExpectsReader {
  private static final Map<String, String> YES_NO = Map.of("affirm", "yes", "deny", "no");

  private final Shapes shapes;

  ExpectsReader(Shapes shapes) {
    this.shapes = shapes;
  }

  List<Slot.Expected> read(String name, Kind kind, Value.Fields fields) {
    var expected = new LinkedHashMap<String, Optional<String>>();
    if (kind instanceof Kind.YesNo) {
      YES_NO.forEach((intent, value) -> expected.put(intent, Optional.of(value)));
    }
    fields.get("expects").ifPresent(value -> expected.putAll(written(name, kind, value)));
    return expected.entrySet().stream()
        .map(one -> new Slot.Expected(one.getKey(), one.getValue()))
        .toList();
  }

  private Map<String, Optional<String>> written(String name, Kind kind, Value value) {
    var expected = new LinkedHashMap<String, Optional<String>>();
    if (value instanceof Value.Fields) {
      var values = values(kind);
      if (values.isEmpty()) {
        shapes.wrong(
            value.place(),
            name + ".expects gives values, which only choice and yes_no have; write a list");
        return expected;
      }
      shapes
          .map(value, name + ".expects")
          .fields()
          .forEach(
              (intent, field) -> {
                shapes.checkName(intent, field.key(), name + ".expects");
                expected.put(intent, shapes.known(field.value(), "value of " + name, values));
              });
    } else {
      shapes
          .oneOrMore(value)
          .forEach(
              intent -> expected.put(shapes.name(intent, name + ".expects"), Optional.empty()));
    }
    return expected;
  }

  private static Collection<String> values(Kind kind) {
    return switch (kind) {
      case Kind.Choice(var options) -> options.stream().map(Option::value).toList();
      case Kind.YesNo _ -> List.of("yes", "no");
      case Kind.OfEntity _, Kind.Phone _, Kind.Free _, Kind.AnyOf _ -> List.of();
    };
  }
}
