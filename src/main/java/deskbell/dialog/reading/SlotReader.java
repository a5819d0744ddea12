package deskbell.dialog.reading;

import deskbell.conversation.EntityType;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Slot;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a flow wants to know. */
final class SlotReader {
  private static final List<String> KNOWN =
      List.of(
          "type",
          "any",
          "question",
          "hint",
          "differently",
          "why",
          "choices",
          "offers",
          "called",
          "prefill",
          "from",
          "pattern",
          "min",
          "max");

  /** Values of buttons that mean something outside flows: a person, none of these. */
  private static final Set<String> RESERVED = Set.of("person", "none");

  private static final int MAX_CHARACTERS = 300;
  private static final String TEXT = "text";
  private static final String CHOICE = "choice";
  private static final String YES_NO = "yes_no";
  private static final String PHONE_OR_LAST_FOUR = "phone_or_last_four";

  private final Shapes shapes;
  private final TextReader texts;

  SlotReader(Shapes shapes, TextReader texts) {
    this.shapes = shapes;
    this.texts = texts;
  }

  /** The slot that these fields describe. */
  Slot read(String name, Value.Fields written) {
    var fields = shapes.fields(written, "slot " + name, KNOWN);
    var kind = kind(name, fields);
    return new Slot(
        name,
        kind,
        asking(name, kind, fields),
        fields.get("called").map(value -> texts.wordings(value, name + ".called")),
        fields
            .get("prefill")
            .map(value -> shapes.yes(value, name + ".prefill"))
            .orElseGet(() -> kind instanceof Kind.OfEntity || kind instanceof Kind.Phone),
        fields.get("from").map(value -> shapes.name(value, name + ".from")));
  }

  /** Checks what slots say of one another. */
  void checkReferences(Map<String, Slot> slots, Map<String, Value.Fields> written) {
    written.forEach(
        (name, fields) -> {
          fields
              .get("any")
              .ifPresent(
                  any ->
                      shapes
                          .items(any, name + ".any")
                          .forEach(member -> shapes.known(member, "slot", slots.keySet())));
          fields.get("from").ifPresent(from -> shapes.known(from, "slot", slots.keySet()));
        });
  }

  private Kind kind(String name, Value.Fields fields) {
    if (fields.has("any")) {
      return anyOf(name, fields);
    }
    var type = shapes.needed(fields, "type", "slot " + name);
    var kinds = new TreeSet<>(List.of(TEXT, CHOICE, YES_NO, PHONE_OR_LAST_FOUR));
    Arrays.stream(EntityType.values()).map(EntityType::wire).forEach(kinds::add);
    return type.flatMap(value -> shapes.known(value, "type", kinds))
        .map(known -> kind(name, known, fields))
        .orElseGet(Kind.YesNo::new);
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
        min, max, fields.get("pattern").map(this::pattern).orElseGet(() -> Pattern.compile("")));
  }

  private Pattern pattern(Value value) {
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

  private Optional<Slot.Asking> asking(String name, Kind kind, Value.Fields fields) {
    if (!fields.has("question")) {
      for (var part : List.of("hint", "differently", "why", "offers")) {
        if (fields.has(part)) {
          shapes.wrong(fields.place(), "slot " + name + " has " + part + " but no question");
        }
      }
      return Optional.empty();
    }
    boolean buttons = kind instanceof Kind.Choice || kind instanceof Kind.YesNo;
    if (!buttons) {
      shapes.needed(fields, "hint", "slot " + name);
      shapes.needed(fields, "differently", "slot " + name);
    }
    return fields
        .get("question")
        .map(
            question ->
                new Slot.Asking(
                    texts.phrase(question, name + ".question"),
                    fields.get("hint").map(v -> texts.phrase(v, name + ".hint")),
                    fields.get("differently").map(v -> texts.phrase(v, name + ".differently")),
                    fields.get("why").map(v -> texts.phrase(v, name + ".why")),
                    offers(name, fields)));
  }

  private List<Slot.Offer> offers(String name, Value.Fields fields) {
    return fields.get("offers").map(offers -> shapes.items(offers, name + ".offers")).stream()
        .flatMap(List::stream)
        .map(offer -> shapes.fields(offer, name + ".offers", List.of("value", "label")))
        .map(offer -> offer(name, offer))
        .toList();
  }

  private Slot.Offer offer(String name, Value.Fields offer) {
    var value = shapes.needed(offer, "value", name + ".offers");
    return new Slot.Offer(
        value.map(known -> shapes.name(known, name + ".offers.value")).orElse(""),
        offer.get("label").map(label -> texts.template(label, name + ".offers.label")));
  }
}
