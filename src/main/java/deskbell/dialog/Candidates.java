package deskbell.dialog;

import deskbell.conversation.Choice;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Slot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values that a slot may have, as far as the conversation knows them, and what points at one of
 * them without naming it: "the other order", "the one ending in 1234", "上一单".
 */
final class Candidates {
  private static final String PRODUCT_QUESTION = "product_question";
  private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

  private final Thresholds thresholds;
  private final Spot spot;
  private final Heard heard;
  private final String text;

  Candidates(Thresholds thresholds, Spot spot, Heard heard) {
    this.thresholds = thresholds;
    this.spot = spot;
    this.heard = heard;
    this.text = heard.understood().text();
  }

  /** What a message means that points at a value of an offered slot. */
  Optional<Meaning> pointedAt() {
    return spot.flow().slots().values().stream()
        .filter(Slot::offered)
        .filter(slot -> !(slot.kind() instanceof Kind.AnyOf) && !named(slot))
        .flatMap(slot -> pointedAt(slot).stream())
        .findFirst();
  }

  /** True where the message has a value of its own for a slot: nothing is pointed at then. */
  private boolean named(Slot slot) {
    return slot.kind().entity().flatMap(heard.understood()::first).isPresent();
  }

  private Optional<Meaning> pointedAt(Slot slot) {
    var current = Optional.ofNullable(spot.open().slots().get(slot.name()));
    var others = others(slot, current);
    var tail = Pointing.tail(text);
    if (tail.isPresent()) {
      var ending = others.stream().filter(value -> ends(value, tail.get())).toList();
      return ending.size() == 1
          ? Optional.of(takes(slot, current, ending.getFirst()))
          : reopened(slot, current).or(() -> endsAnother() ? Optional.empty() : missed(slot));
    }
    if (current.isPresent() && Pointing.other(text) && others.size() == 1) {
      return Optional.of(takes(slot, current, others.getFirst()));
    }
    if (current.isEmpty() && asked(slot) && Pointing.latest(text) && !others.isEmpty()) {
      return Optional.of(takes(slot, current, others.getFirst()));
    }
    return other(slot, current)
        .or(() -> labelled(slot, current))
        .map(value -> takes(slot, current, value))
        .or(() -> Pointing.latest(text) || nothingElse(slot) ? missed(slot) : Optional.empty());
  }

  /** Of two that are offered the one that was not talked about before. */
  private Optional<String> other(Slot slot, Optional<String> current) {
    if (current.isPresent() || !asked(slot) || !Pointing.other(text)) {
      return Optional.empty();
    }
    var offered = new ArrayList<>(offered(slot).stream().map(Choice::value).toList());
    var before = Optional.ofNullable(spot.rest().known().get(slot.name())).map(Said::value);
    return before.filter(offered::remove).isPresent() && offered.size() == 1
        ? Optional.of(offered.getFirst())
        : Optional.empty();
  }

  /** The only one of whose label the message has words: "the kettle", "水壶那个". */
  private Optional<String> labelled(Slot slot, Optional<String> current) {
    boolean meant =
        current.isPresent() ? Words.corrects(text) : asked(slot) && !Words.corrects(text);
    if (!meant
        || !Words.briefAndPlain(text)
        || (Intention.surelyAbout(thresholds, heard)
            && !heard.understood().best().intent().equals(PRODUCT_QUESTION))) {
      return Optional.empty();
    }
    var offered = offered(slot);
    return offered.size() < 2
        ? Optional.empty()
        : Paraphrase.closest(offered.stream().map(Choice::label).toList(), text)
            .map(place -> offered.get(place).value())
            .filter(value -> !current.equals(Optional.of(value)));
  }

  private List<Choice> offered(Slot slot) {
    return new Buttons(spot.flow(), spot.question(heard.language()).shown()).answers(slot);
  }

  /** True where the other one is meant and nothing is offered. */
  private boolean nothingElse(Slot slot) {
    return Pointing.other(text) && offered(slot).size() < 2;
  }

  /** "Phone ends in 8812": the digits are another slot's, which is still empty. */
  private boolean endsAnother() {
    return !Pointing.one(text)
        && !Finds.of(spot.flow(), List.of(), spot.open().slots(), heard).filled().isEmpty();
  }

  /** Where a slot is asked for, pointing at what nobody knows is an attempt to answer. */
  private Optional<Meaning> missed(Slot slot) {
    return asked(slot) ? Optional.of(new Meaning.Misses()) : Optional.empty();
  }

  /** "No, the one ending in 1234", and no such one is known: it is asked for. */
  private Optional<Meaning> reopened(Slot slot, Optional<String> current) {
    return current
        .filter(_ -> Words.corrects(text) && Pointing.one(text))
        .map(_ -> new Meaning.Reopens(spot.flow().emptied(slot.name())));
  }

  private boolean asked(Slot slot) {
    return spot.asked().equals(slot.name());
  }

  /** The known values other than the present one: those on buttons, then the one said before. */
  private List<String> others(Slot slot, Optional<String> current) {
    var shown = spot.question(Language.EN).shown();
    var known = new LinkedHashSet<String>();
    slot.asking().stream()
        .flatMap(asking -> asking.offers().stream())
        .flatMap(offer -> shown.known(offer.value()).stream())
        .forEach(known::add);
    Optional.ofNullable(spot.rest().known().get(slot.name()))
        .map(Said::value)
        .ifPresent(known::add);
    current.ifPresent(known::remove);
    return List.copyOf(known);
  }

  private static Meaning takes(Slot slot, Optional<String> current, String value) {
    var taken = Map.of(slot.name(), value);
    return current.isPresent()
        ? new Meaning.Corrects(taken, Set.of(slot.name()))
        : new Meaning.Fills(taken);
  }

  private static boolean ends(String value, String tail) {
    return NO_DIGITS.matcher(value).replaceAll("").endsWith(tail);
  }
}
