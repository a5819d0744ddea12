package deskbell.dialog.reading;

import deskbell.conversation.EntityType;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Normal;
import deskbell.dialog.flow.Option;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a slot holds: an entity, one of several answers, or words. */
final class KindReader {
  /** The fields that belong to single types. */
  static final Map<String, String> OF_TYPE =
      Map.of(
          "choices", "choice",
          "min", "text",
          "max", "text",
          "pattern", "text",
          "normalise", "text");

  /** Values of buttons that mean something outside flows: a person, none of these. */
  private static final Set<String> RESERVED = Set.of("person", "none");

  private static final int MAX_CHARACTERS = 300;
  private static final String TEXT = "text";
  private static final String CHOICE = "choice";
  private static final String YES_NO = "yes_no";
  private static final String PHONE_OR_LAST_FOUR = "phone_or_last_four";

  private final Shapes shapes;
  private final TextReader texts;

  KindReader(Shapes shapes, TextReader texts) {
    this.shapes = shapes;
    this.texts = texts;
  }

  /** The names of all types. */
  static Set<String> types() {
    var types = new TreeSet<>(List.of(TEXT, CHOICE, YES_NO, PHONE_OR_LAST_FOUR));
    Arrays.stream(EntityType.values()).map(EntityType::wire).forEach(types::add);
    return types;
  }

  /** The kind that a slot's fields describe. */
  Kind read(String name, Value.Fields fields) {
    if (fields.has("any")) {
      return anyOf(name, fields);
    }
    var type = shapes.needed(fields, "type", "slot " + name);
    return type.flatMap(value -> shapes.known(value, "type", types()))
        .map(
            known -> {
              checkFields(name, known, fields);
              return kind(name, known, fields);
            })
        .orElseGet(Kind.YesNo::new);
  }

  private void checkFields(String name, String type, Value.Fields fields) {
    OF_TYPE.forEach(
        (field, of) -> {
          if (fields.has(field) && !type.equals(of)) {
            shapes.wrong(
                fields.fields().get(field).key(),
                "slot " + name + ": " + field + " is for type " + of + ", not " + type);
          }
        });
  }

  private Kind anyOf(String name, Value.Fields fields) {
    return new Kind.AnyOf(
        fields.get("any").map(any -> shapes.items(any, name + ".any")).orElse(List.of()).stream()
            .map(member -> shapes.text(member, name + ".any"))
            .toList());
  }

  private Kind kind(String name, String type, Value.Fields fields) {
    return switch (type) {
      case TEXT -> free(name, fields);
      case CHOICE -> new Kind.Choice(options(name, fields));
      case YES_NO -> new Kind.YesNo();
      case PHONE_OR_LAST_FOUR -> new Kind.Phone();
      default -> new Kind.OfEntity(EntityType.valueOf(type.toUpperCase(Locale.ROOT)));
    };
  }

  private Kind free(String name, Value.Fields fields) {
    int min = fields.get("min").map(value -> shapes.number(value, name + ".min")).orElse(1);
    int max =
        fields.get("max").map(value -> shapes.number(value, name + ".max")).orElse(MAX_CHARACTERS);
    return new Kind.Free(
        min,
        max,
        fields.get("pattern").map(value -> pattern(shapes, value)).orElse(Pattern.compile("")),
        normal(name, fields));
  }

  private List<Normal> normal(String name, Value.Fields fields) {
    return fields.get("normalise").map(shapes::oneOrMore).stream()
        .flatMap(List::stream)
        .flatMap(form -> shapes.known(form, name + ".normalise", Normal.names()).stream())
        .map(form -> Normal.valueOf(form.toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** A regular expression, found anywhere in a text and in letters of either case. */
  static Pattern pattern(Shapes shapes, Value value) {
    var text = shapes.text(value, "pattern");
    try {
      return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException broken) {
      shapes.wrong(value.place(), "pattern " + text + " is broken: " + broken.getDescription());
      return Pattern.compile("");
    }
  }

  private List<Option> options(String name, Value.Fields fields) {
    var choices = shapes.needed(fields, "choices", "slot " + name);
    var options = new LinkedHashMap<String, Option>();
    choices
        .map(value -> shapes.map(value, name + ".choices"))
        .ifPresent(
            known ->
                known
                    .fields()
                    .forEach(
                        (value, field) -> {
                          shapes.checkName(value, field.key(), name + ".choices");
                          if (RESERVED.contains(value)) {
                            shapes.wrong(field.key(), name + ".choices: " + value + " is reserved");
                          }
                          var wordings = texts.wordings(field.value(), name + "." + value);
                          options.put(value, new Option(value, wordings));
                        }));
    choices.ifPresent(value -> checkDistinct(name, value, options));
    return List.copyOf(options.values());
  }

  private void checkDistinct(String name, Value choices, Map<String, Option> options) {
    var seen = new HashSet<String>();
    options
        .values()
        .forEach(
            option ->
                option
                    .wordings()
                    .all()
                    .distinct()
                    .filter(word -> !seen.add(word))
                    .forEach(
                        word ->
                            shapes.wrong(
                                choices.place(),
                                name + ".choices: \"" + word + "\" stands under two choices")));
  }
}
