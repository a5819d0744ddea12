package deskbell.dialog.reading;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Conversation.Line;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Operations;
import deskbell.dialog.flow.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a flow's written conversations. */
final class ConversationReader {
  static final List<String> KNOWN = List.of("name", "language", "signed_in", "today", "talk");
  static final List<String> LINES =
      List.of("shopper", "presses", "silence", "bot", "call", "aside", "ends", "hands_over");
  private static final Pattern TIME = Pattern.compile("(\\d{1,3})([mhd])");
  private static final List<String> LANGUAGES =
      Arrays.stream(Language.values()).map(Language::code).toList();

  private final Shapes shapes;
  private final String flow;
  private final Draft draft;

  ConversationReader(Shapes shapes, String flow, Draft draft) {
    this.shapes = shapes;
    this.flow = flow;
    this.draft = draft;
  }

  List<Conversation> read(Optional<Value> conversations) {
    return conversations.map(value -> shapes.items(value, "conversations")).stream()
        .flatMap(List::stream)
        .map(this::conversation)
        .toList();
  }

  private Conversation conversation(Value value) {
    var fields = shapes.fields(value, "conversation", KNOWN);
    var language =
        shapes
            .needed(fields, "language", "conversation")
            .flatMap(code -> shapes.known(code, "language", LANGUAGES))
            .map(Language::parse);
    var talk = shapes.needed(fields, "talk", "conversation");
    return new Conversation(
        flow,
        shapes
            .needed(fields, "name", "conversation")
            .map(name -> shapes.text(name, "name"))
            .orElse(""),
        language.orElse(Language.EN),
        fields.get("signed_in").map(user -> shapes.text(user, "signed_in")),
        fields.get("today").map(this::day).orElse(Conversation.TODAY),
        talk.map(lines -> shapes.items(lines, "talk")).orElse(List.of()).stream()
            .flatMap(line -> line(line).stream())
            .toList(),
        value.place());
  }

  private LocalDate day(Value value) {
    var text = shapes.text(value, "today");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      shapes.wrong(value.place(), "today is " + text + "; must be a day such as 2026-11-24");
      return Conversation.TODAY;
    }
  }

  private Optional<Line> line(Value value) {
    var fields = shapes.map(value, "a line");
    var kinds = LINES.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      shapes.wrong(value.place(), "a line must have exactly one of " + String.join(", ", LINES));
      return Optional.empty();
    }
    var kind = kinds.getFirst();
    var content = fields.get(kind).orElseThrow();
    if (kind.equals("call")) {
      return call(content, fields);
    }
    shapes.fields(fields, "line " + kind, List.of(kind));
    return Optional.of(line(kind, content));
  }

  private Line line(String kind, Value value) {
    var place = value.place();
    return switch (kind) {
      case "shopper" -> new Conversation.Shopper(shapes.text(value, kind), place);
      case "presses" -> new Conversation.Presses(shapes.text(value, kind), place);
      case "silence" -> new Conversation.Silence(time(value), place);
      case "bot" ->
          new Conversation.Bot(
              shapes.oneOrMore(value).stream().map(part -> shapes.text(part, kind)).toList(),
              place);
      case "aside" -> new Conversation.Aside(shapes.name(value, kind), place);
      case "ends" -> new Conversation.Ends(shapes.name(value, kind), place);
      default -> new Conversation.HandsOver(shapes.name(value, kind), place);
    };
  }

  private Duration time(Value value) {
    var text = shapes.text(value, "silence");
    var parts = TIME.matcher(text);
    if (!parts.matches()) {
      shapes.wrong(value.place(), "silence is " + text + "; must be such as 20m, 2h or 1d");
      return Duration.ZERO;
    }
    return Duration.parse(
        (parts.group(2).equals("d") ? "P" : "PT") + text.toUpperCase(Locale.ROOT));
  }

  private Optional<Line> call(Value value, Value.Fields line) {
    shapes.fields(line, "line call", List.of("call", "with", "gives", "facts"));
    return shapes
        .known(value, "operation", Operations.names())
        .flatMap(Operations::of)
        .map(operation -> call(operation, line, value));
  }

  private Line call(Operation operation, Value.Fields line, Value value) {
    if (draft.steps().values().stream().noneMatch(step -> runs(step) || calls(step, operation))) {
      shapes.wrong(value.place(), "flow " + flow + " never calls " + operation.name());
    }
    var arguments = new TreeSet<>(operation.required());
    arguments.addAll(operation.optional());
    var outcome =
        line.get("gives")
            .flatMap(gives -> shapes.known(gives, "outcome", operation.outcomes().keySet()))
            .orElse("ok");
    return new Conversation.Shop(
        operation.name(),
        line.get("with").map(with -> texts(with, "with", arguments)),
        outcome,
        line.get("facts").map(facts -> texts(facts, "facts", operation.facts())).orElse(Map.of()),
        value.place());
  }

  /** A flow that this one runs has calls of its own. */
  private static boolean runs(Step step) {
    return step instanceof Step.Run;
  }

  private static boolean calls(Step step, Operation operation) {
    return step instanceof Step.Call call && call.operation().equals(operation);
  }

  private Map<String, String> texts(Value value, String what, Set<String> known) {
    var read = new LinkedHashMap<String, String>();
    shapes
        .fields(value, what, known)
        .fields()
        .forEach((name, field) -> read.put(name, shapes.text(field.value(), what + "." + name)));
    return read;
  }
}
