package deskbell.shop.rest;

import deskbell.conversation.Invalid;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object whose fields are read with their types checked. A field that is absent or null is
 * missing; one that breaks a rule is {@link Nonsense} that names its path.
 */
final class Fields {
  private final JsonObject json;
  private final String path;

  private Fields(JsonObject json, String path) {
    this.json = json;
    this.path = path;
  }

  static Fields of(JsonObject json) {
    return new Fields(json, "");
  }

  String text(String name) {
    return present(name, optionalText(name));
  }

  Optional<String> optionalText(String name) {
    return typed(json.getValue(name), String.class, name, "text");
  }

  int number(String name) {
    return present(name, optionalNumber(name));
  }

  /** A number, or a text that says one, as it was written. */
  String decimal(String name) {
    return json.getValue(name) instanceof Number number ? number.toString() : text(name);
  }

  LocalDate day(String name) {
    return present(name, optionalDay(name));
  }

  Optional<LocalDate> optionalDay(String name) {
    return optionalText(name).map(text -> day(name, text));
  }

  private LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new Nonsense(pathOf(name) + " is not a date such as 2026-11-24", malformed);
    }
  }

  Fields object(String name) {
    return present(name, optionalObject(name));
  }

  Optional<Fields> optionalObject(String name) {
    return typed(json.getValue(name), JsonObject.class, name, "an object")
        .map(inner -> new Fields(inner, pathOf(name)));
  }

  /** True where the field is there. */
  boolean has(String name) {
    return json.getValue(name) != null;
  }

  /** The names of all fields. */
  Set<String> names() {
    return json.fieldNames();
  }

  /** True where the field is text. */
  boolean isText(String name) {
    return json.getValue(name) instanceof String;
  }

  /** A list of objects. */
  List<Fields> objects(String name) {
    var objects = new ArrayList<Fields>();
    var list = present(name, typed(json.getValue(name), JsonArray.class, name, "a list"));
    for (int i = 0; i < list.size(); i++) {
      var element = name + "[" + i + "]";
      var object = typed(list.getValue(i), JsonObject.class, element, "an object");
      objects.add(new Fields(present(element, object), pathOf(element)));
    }
    return objects;
  }

  /** A list of objects; empty where it is missing. */
  List<Fields> optionalObjects(String name) {
    return json.getValue(name) == null ? List.of() : objects(name);
  }

  /** A whole number, where there is one. */
  Optional<Integer> optionalNumber(String name) {
    return typed(json.getValue(name), Integer.class, name, "a whole number");
  }

  /** A list of texts; empty where it is missing. */
  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    var list =
        typed(json.getValue(name), JsonArray.class, name, "a list").orElseGet(JsonArray::new);
    for (int i = 0; i < list.size(); i++) {
      var element = name + "[" + i + "]";
      texts.add(present(element, typed(list.getValue(i), String.class, element, "text")));
    }
    return texts;
  }

  /** A list of numbers. */
  List<Double> numbers(String name) {
    var numbers = new ArrayList<Double>();
    var list = present(name, typed(json.getValue(name), JsonArray.class, name, "a list"));
    for (int i = 0; i < list.size(); i++) {
      var element = name + "[" + i + "]";
      var number = typed(list.getValue(i), Number.class, element, "a number");
      numbers.add(present(element, number).doubleValue());
    }
    return numbers;
  }

  /** Reads the whole object; where a record refuses a value, the path is named before its rule. */
  <T> T as(Function<Fields, T> reader) {
    try {
      return reader.apply(this);
    } catch (Invalid refused) {
      throw new Nonsense(
          path.isEmpty() ? refused.getMessage() : path + ": " + refused.getMessage(), refused);
    }
  }

  private <T> T present(String name, Optional<T> value) {
    return value.orElseThrow(() -> new Nonsense(pathOf(name) + " is missing"));
  }

  private <T> Optional<T> typed(Object value, Class<T> type, String name, String rule) {
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new Nonsense(pathOf(name) + " is not " + rule);
    }
    return Optional.of(type.cast(value));
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
