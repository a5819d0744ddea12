package deskbell.dialog.reading;

import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what starts a flow: an intent's name, or fields with a condition beside it. */
final class TriggerReader {
  static final List<String> KNOWN = List.of("intent", "signed_in", "language", "mentions");

  private static final List<String> LANGUAGES =
      Arrays.stream(Language.values()).map(Language::code).toList();
  private static final List<String> ENTITIES =
      Arrays.stream(EntityType.values()).map(EntityType::wire).toList();

  private final Shapes shapes;

  TriggerReader(Shapes shapes) {
    this.shapes = shapes;
  }

  Trigger read(Value value) {
    if (!(value instanceof Value.Fields)) {
      return new Trigger(
          shapes.name(value, "triggers"), Optional.empty(), Optional.empty(), Set.of());
    }
    var fields = shapes.fields(value, "trigger", KNOWN);
    var trigger =
        new Trigger(
            shapes
                .needed(fields, "intent", "trigger")
                .map(intent -> shapes.name(intent, "trigger.intent"))
                .orElse(""),
            fields.get("signed_in").map(known -> shapes.yes(known, "trigger.signed_in")),
            fields
                .get("language")
                .flatMap(code -> shapes.known(code, "language", LANGUAGES))
                .map(Language::parse),
            mentions(fields));
    if (trigger.always()) {
      shapes.wrong(value.place(), "a trigger with fields must have a condition");
    }
    return trigger;
  }

  private Set<EntityType> mentions(Value.Fields fields) {
    return fields.get("mentions").map(shapes::oneOrMore).stream()
        .flatMap(List::stream)
        .flatMap(entity -> shapes.known(entity, "trigger.mentions", ENTITIES).stream())
        .map(entity -> EntityType.valueOf(entity.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }
}
