package deskbell.webchat;

import deskbell.conversation.Invalid;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Reads the fields of a frame strictly: each error names field, value and rule. */
final class Fields {
  private final JsonObject json;
  private final String prefix;

  Fields(JsonObject json) {
    this(json, "");
  }

  private Fields(JsonObject json, String prefix) {
    this.json = json;
    this.prefix = prefix;
  }

  /** A text of {@code max} UTF-16 units at most, cleaned. */
  String text(String name, int max) {
    return optionalText(name, max).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name, int max) {
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

  long number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  /** A whole number, 0 or more. */
  Optional<Long> optionalNumber(String name) {
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

  boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> missing(name));
  }

  Optional<Boolean> optionalFlag(String name) {
    return value(name, Boolean.class, "true or false");
  }

  Optional<Fields> optionalObject(String name) {
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
