package deskbell.dialog.reading;

import deskbell.dialog.flow.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a YAML file holds, each part with its place. */
sealed interface Value {
  /** Where it begins. */
  Place place();

  /**
   * A word or text.
   *
   * @param lines the lines of the file that it covers, the first from where it begins
   */
  record Scalar(String text, List<Place> lines) implements Value {
    public Scalar {
      lines = List.copyOf(lines);
    }

    @Override
    public Place place() {
      return lines.getFirst();
    }

    /** Where a blank of this name stands; the text's own place where it cannot be found. */
    Place blank(String name) {
      var pattern = Pattern.compile("\\{\\s*" + Pattern.quote(name) + "\\s*[:,}]");
      return lines.stream()
          .flatMap(line -> line.find(pattern).stream())
          .findFirst()
          .orElseGet(this::place);
    }
  }

  /** A list. */
  record Items(List<Value> values, Place place) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Named values, in the order of the file. */
  record Fields(Map<String, Field> fields, Place place) implements Value {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    Optional<Value> get(String name) {
      return Optional.ofNullable(fields.get(name)).map(Field::value);
    }

    boolean has(String name) {
      return fields.containsKey(name);
    }

    /** These fields over those of {@code base}. */
    Fields over(Fields base) {
      var all = new LinkedHashMap<>(base.fields);
      all.putAll(fields);
      return new Fields(all, place);
    }
  }

  /** A value and the place of its name. */
  record Field(Place key, Value value) {}
}
