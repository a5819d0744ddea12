package deskbell.dialog.reading;

import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a flow wants to know. */
final class SlotReader {
  static final List<String> KNOWN =
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
          "optional",
          "private",
          "rules",
          "source",
          "expects",
          "normalise",
          "pattern",
          "min",
          "max");

  private static final String FACT = "fact:";
  private static final String IDENTITY = "identity";

  private final Shapes shapes;
  private final TextReader texts;
  private final KindReader kinds;
  private final RuleReader rules;
  private final ExpectsReader expects;

  SlotReader(Shapes shapes, TextReader texts) {
    this.shapes = shapes;
    this.texts = texts;
    this.kinds = new KindReader(shapes, texts);
    this.rules = new RuleReader(shapes, texts);
    this.expects = new ExpectsReader(shapes);
  }

  /** The slot that these fields describe. */
  Slot read(String name, Value.Fields written) {
    var fields = shapes.fields(written, "slot " + name, KNOWN);
    var kind = kinds.read(name, fields);
    return new Slot(
        name,
        kind,
        asking(name, kind, fields),
        fields.get("called").map(value -> texts.wordings(value, name + ".called")),
        fields
            .get("prefill")
            .map(value -> shapes.yes(value, name + ".prefill"))
            .orElseGet(() -> kind instanceof Kind.OfEntity || kind instanceof Kind.Phone),
        fields.get("from").map(value -> shapes.name(value, name + ".from")),
        fields.get("optional").map(value -> shapes.yes(value, name + ".optional")).orElse(false),
        rules.read(name, kind, fields),
        sources(name, fields),
        expects.read(name, kind, fields),
        fields.get("private").map(value -> shapes.yes(value, name + ".private")).orElse(false));
  }

  private List<Slot.Source> sources(String name, Value.Fields fields) {
    return fields.get("source").map(shapes::oneOrMore).stream()
        .flatMap(List::stream)
        .flatMap(source -> source(name, source).stream())
        .toList();
  }

  private Optional<Slot.Source> source(String name, Value value) {
    var text = shapes.text(value, name + ".source");
    if (text.equals(IDENTITY)) {
      return Optional.of(new Slot.SignedIn());
    }
    if (text.startsWith(FACT)) {
      return Optional.of(new Slot.Fact(text.substring(FACT.length())));
    }
    shapes.wrong(value.place(), name + ".source is " + text + "; must be identity or fact:NAME");
    return Optional.empty();
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
          checkPrivacy(slots.get(name), slots, fields);
        });
  }

  private void checkPrivacy(Slot slot, Map<String, Slot> slots, Value.Fields fields) {
    if (slot.confidential() && slot.kind() instanceof Kind.AnyOf(var members)) {
      shapes.wrong(
          fields.place(),
          "slot "
              + slot.name()
              + " holds nothing of its own; say private of "
              + String.join(", ", members));
    }
    slot.from()
        .map(slots::get)
        .filter(from -> from.confidential() && !slot.confidential())
        .ifPresent(
            from ->
                shapes.wrong(
                    fields.place(),
                    "slot "
                        + slot.name()
                        + " is filled from "
                        + from.name()
                        + ", so it must be private too"));
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
