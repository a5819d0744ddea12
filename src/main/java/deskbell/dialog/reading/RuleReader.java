package deskbell.dialog.reading;

import deskbell.conversation.EntityType;
import deskbell.dialog.flow.Bound;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rules that a slot's values must keep, each with what is said where one is broken. */
final class RuleReader {
  static final List<String> KNOWN = List.of("at_least", "at_most", "matches", "says");

  private static final Set<EntityType> MEASURED =
      Set.of(EntityType.DATE, EntityType.MONEY, EntityType.QUANTITY);

  private final Shapes shapes;
  private final TextReader texts;

  RuleReader(Shapes shapes, TextReader texts) {
    this.shapes = shapes;
    this.texts = texts;
  }

  List<Rule> read(String slot, Kind kind, Value.Fields fields) {
    var what = slot + ".rules";
    return fields.get("rules").map(rules -> shapes.items(rules, what)).stream()
        .flatMap(List::stream)
        .flatMap(rule -> rule(what, kind, shapes.fields(rule, what, KNOWN)).stream())
        .toList();
  }

  private Optional<Rule> rule(String what, Kind kind, Value.Fields fields) {
    var tests = KNOWN.stream().filter(key -> !key.equals("says") && fields.has(key)).toList();
    if (tests.size() != 1) {
      shapes.wrong(fields.place(), what + ": a rule must have one of at_least, at_most, matches");
      return Optional.empty();
    }
    var test = test(what, kind, tests.getFirst(), fields);
    var says = shapes.needed(fields, "says", what).map(text -> texts.phrase(text, what + ".says"));
    return says.map(phrase -> new Rule(test, phrase));
  }

  private Rule.Test test(String what, Kind kind, String name, Value.Fields fields) {
    var value = fields.get(name).orElseThrow();
    if (name.equals("matches")) {
      return new Rule.Matches(KindReader.pattern(shapes, value));
    }
    if (!(kind instanceof Kind.OfEntity(var type) && MEASURED.contains(type))) {
      shapes.wrong(
          fields.fields().get(name).key(),
          what + ": " + name + " is for slots of type date, money or quantity");
    }
    var side = name.equals("at_least") ? Bound.Side.BELOW : Bound.Side.ABOVE;
    return new Rule.Within(
        shapes.oneOrMore(value).stream().map(limit -> bound(what, side, limit)).toList());
  }

  private Bound bound(String what, Bound.Side side, Value value) {
    var limit = shapes.text(value, what);
    if (!Bound.readable(limit)) {
      shapes.wrong(
          value.place(),
          what + ": " + limit + " must be a number, GBP 200, today, today+14 or 2026-12-24");
    }
    return new Bound(side, limit);
  }
}
