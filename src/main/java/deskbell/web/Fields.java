package deskbell.web;

import deskbell.conversation.Invalid;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the fields of a JSON object strictly: each error names field, value and rule. */
public final class Fields {
  private final JsonObject json;
  private final String prefix;

  /** The fields of an object. */
  public Fields(JsonObject json) {
    this(json, "");
  }

  private Fields(JsonObject json, String prefix) {
    this.json = json;
    this.prefix = prefix;
  }

  /** A text of {@code max} UTF-16 units at most, cleaned. */
  public String text(String name, int max) {
    return optionalText(name, max).orElseThrow(() -> missing(name));
  }

  /** The same; empty where it is missing. */
  public Optional<String> optionalText(String name, int max) {
    return value(name, String.class, "a string")
        .map(
            raw -> {
              var text = CleanText.of(prefix + name, raw);
              if (text.length() > max) {
                throw new Invalid(
                    prefix + name, "has " + text.length() + " characters; at most " + max);
              }
              return text;
            });
  }

  /** A whole number, 0 or more. */
  public long number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  /** The same; empty where it is missing. */
  public Optional<Long> optionalNumber(String name) {
    return value(name, Number.class, "a whole number")
        .map(
            number -> {
              if (!(number instanceof Integer || number instanceof Long)
                  || number.longValue() < 0) {
                throw new Invalid(
                    prefix + name, "is " + number + "; must be a whole number from 0");
              }
              return number.longValue();
            });
  }

  /** True or false. */
  public boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> missing(name));
  }

  /** The same; empty where it is missing. */
  public Optional<Boolean> optionalFlag(String name) {
    return value(name, Boolean.class, "true or false");
  }

  /** Texts of {@code max} UTF-16 units at most each, cleaned; none where they are missing. */
  public List<String> texts(String name, int max) {
    var array = value(name, JsonArray.class, "an array of strings").orElseGet(JsonArray::new);
    var each = new Fields(indexed(array), prefix + name + ".");
    return IntStream.range(0, array.size())
        .mapToObj(i -> each.text(Integer.toString(i), max))
        .toList();
  }

  private static JsonObject indexed(JsonArray array) {
    var json = new JsonObject();
    for (int i = 0; i < array.size(); i++) {
      json.put(Integer.toString(i), array.getValue(i));
    }
    return json;
  }

  /** The fields of each object of an array; none where it is missing. */
  public List<Fields> objects(String name) {
    var array = value(name, JsonArray.class, "an array of objects").orElseGet(JsonArray::new);
    var each = new Fields(indexed(array), prefix + name + ".");
    return IntStream.range(0, array.size())
        .mapToObj(Integer::toString)
        .map(i -> each.optionalObject(i).orElseThrow(() -> each.missing(i)))
        .toList();
  }

  /** What an error calls the field of this name. */
  public String name(String field) {
    return prefix + field;
  }

  /** The fields of an object within; empty where it is missing. */
  public Optional<Fields> optionalObject(String name) {
    return value(name, JsonObject.class, "an object")
        .map(inner -> new Fields(inner, prefix + name + "."));
  }

  private <T> Optional<T> value(String name, Class<T> type, String rule) {
    var value = json.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new Invalid(prefix + name, "is " + kind(value) + "; must be " + rule);
    }
    return Optional.of(type.cast(value));
  }

  private Invalid missing(String name) {
    return new Invalid(prefix + name, "is missing");
  }

  private static String kind(Object value) {
    return switch (value) {
      case String _ -> "a string";
      case Number _ -> "a number";
      case Boolean _ -> "a boolean";
      case JsonArray _ -> "an array";
      default -> "an object";
    };
  }
}
