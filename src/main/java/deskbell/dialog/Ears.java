package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what a message means to the flow that is open. The order: a pressed button or an answer
 * in the question's own words, leaving, what the entities bring, yes and no, and only then the
 * doubtful ways. Belongs to one message.
 */
final class Ears {
  private final Flow flow;
  private final OpenFlow open;
  private final Heard heard;
  private final String text;
  private final Intention intention;
  private final Naming naming;
  private final Ruled ruled;

  /**
   * Ears for one message.
   *
   * @param startsFlow tells of an intent whether it starts a flow
   */
  Ears(Thresholds thresholds, Predicate<String> startsFlow, Flow flow, OpenFlow open, Heard heard) {
    this.flow = flow;
    this.open = open;
    this.heard = heard;
    this.text = heard.understood().text();
    this.intention = new Intention(thresholds, startsFlow, flow, open, heard);
    this.naming = new Naming(thresholds, flow, open, heard);
    this.ruled = new Ruled(flow, open.slots(), heard.today());
  }

  /** What the message means at the question for a slot. */
  Meaning at(Step.Collect collect) {
    return ruled.of(heardAt(collect));
  }

  private Meaning heardAt(Step.Collect collect) {
    var slot = flow.slots().get(collect.slot());
    var telling = new Telling(Map.of());
    var buttons = Question.of(flow, open, heard.understood().language(), telling).buttons(collect);
    var members = flow.members(slot.name());
    var picked = Picks.of(heard, flow.kinds(slot.name()), buttons);
    if (slot.optional() && picked.map(Buttons.SKIP::equals).orElseGet(this::skips)) {
      return new Meaning.Skips(slot.name());
    }
    if (picked.isPresent()) {
      return new Meaning.Fills(Map.of(holder(members, picked.get()), picked.get()));
    }
    if (leaves()) {
      return new Meaning.Leaves();
    }
    return slot.kind() instanceof Kind.Free free
        ? freely(slot, free)
        : brought(members, meant(members)).orElseGet(() -> doubtful(slot));
  }

  /** The slot that a picked value belongs to: the choice that has it, else the first. */
  private String holder(List<String> members, String value) {
    return members.stream()
        .filter(
            member ->
                flow.slots().get(member).kind() instanceof Kind.Choice(var options)
                    && options.stream().map(Option::value).anyMatch(value::equals))
        .findFirst()
        .orElse(members.getFirst());
  }

  /** What the message means at a proposal. */
  Meaning at(Step.Confirm confirm) {
    return ruled.of(heardAt(confirm));
  }

  private Meaning heardAt(Step.Confirm confirm) {
    return switch (Assent.of(confirm, heard)) {
      case YES -> new Meaning.Agrees();
      case NO -> new Meaning.Denies();
      case BOTH -> new Meaning.Misses();
      case NEITHER ->
          leaves()
              ? new Meaning.Leaves()
              : brought(List.of(), Map.of())
                  .or(naming::reopened)
                  .orElseGet(() -> agreement(confirm));
    };
  }

  /** What it means by its intents; whoever may have said no is asked again. */
  private Meaning agreement(Step.Confirm confirm) {
    var meant = intention.agreement();
    boolean doubtful =
        Picks.namesAlone(confirm.no(), confirm.yes(), text)
            || (Words.speaksOfLeaving(text) && !Picks.names(confirm.yes(), text));
    return doubtful && meant instanceof Meaning.Agrees ? new Meaning.Misses() : meant;
  }

  /** What the message means at the question whether what was said long ago still holds. */
  Meaning atRecall() {
    return new AtRecall(flow, open, heard, intention)
        .meaning(() -> brought(List.of(), Map.of()).or(naming::reopened));
  }

  private boolean skips() {
    return heard.chosen().isEmpty() && Words.skips(text);
  }

  private boolean leaves() {
    return heard.chosen().filter(Buttons.LEAVE::equals).isPresent() || Words.leaves(text);
  }

  /** What the message says of slots that no entity fills. */
  private Map<String, String> meant(List<String> slots) {
    var values = new HashMap<String, String>();
    slots.stream()
        .map(flow.slots()::get)
        .forEach(slot -> meant(slot).ifPresent(value -> values.put(slot.name(), value)));
    return values;
  }

  private Optional<String> meant(Slot slot) {
    Optional<String> worded =
        switch (slot.kind()) {
          case Kind.Choice(var options) ->
              Picks.mentioned(options, text).or(() -> Picks.paraphrased(options, text));
          case Kind.Free free -> Words.asks(text) ? Optional.empty() : free.value(text);
          case Kind.OfEntity _, Kind.Phone _, Kind.YesNo _, Kind.AnyOf _ -> Optional.empty();
        };
    return worded.or(() -> intention.answer(slot));
  }

  /** What entities and {@code meant} bring, unless the message is another flow's. */
  private Optional<Meaning> brought(List<String> asked, Map<String, String> meant) {
    var finds = Finds.of(flow, asked, open.slots(), heard);
    var corrected = new HashMap<>(Choices.corrected(flow, open.slots(), text));
    boolean corrects = corrects(finds) || !corrected.isEmpty();
    var early = asked.isEmpty() ? Map.<String, String>of() : early();
    var about = about(Stream.of(asked, meant.keySet(), corrected.keySet(), early.keySet()));
    boolean interrupts =
        corrects
            ? intention.surelyAnother(about)
            : intention.interrupts(answers(finds) || !meant.isEmpty() || !early.isEmpty(), about);
    if (interrupts && !chooses(meant, corrected) && !tellsWhere(asked)) {
      return (Words.shortAndPlain(text) ? naming.reopened() : Optional.<Meaning>empty())
          .or(() -> Optional.of(new Meaning.Foreign()));
    }
    corrected.putAll(finds.corrected());
    var all = new HashMap<>(finds.all());
    all.putAll(meant);
    all.putAll(early);
    if (!all.isEmpty()) {
      Choices.filled(flow, open.slots(), text).forEach(all::putIfAbsent);
    }
    all.putAll(corrected);
    if (!corrected.isEmpty()) {
      return Optional.of(new Meaning.Corrects(all, corrected.keySet()));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(new Meaning.Fills(all));
  }

  /** In a few words, what a later question asks for: "too small", before which order it is. */
  private Map<String, String> early() {
    return Words.shortAndPlain(text) ? Choices.filled(flow, open.slots(), text) : Map.of();
  }

  /** True where it brings what is asked for, or hardly says more than another detail. */
  private boolean answers(Finds finds) {
    return finds.answers()
        || (!finds.filled().isEmpty() && Words.littleBeside(heard.understood().entities(), text));
  }

  /** Where the answer stands is no other wish, whatever stands there: "it's on the receipt". */
  private boolean tellsWhere(List<String> asked) {
    return !asked.isEmpty() && Words.tellsWhere(text);
  }

  /**
   * In a few words, an option's own are an answer: "it arrived damaged" says why it comes back, and
   * "have you got something cheaper?" asks for no price match.
   */
  private boolean chooses(Map<String, String> meant, Map<String, String> corrected) {
    boolean plain = Words.shortAndPlain(text);
    return (plain && !corrected.isEmpty())
        || ((plain || Words.seeks(text))
            && meant.keySet().stream()
                .anyMatch(slot -> flow.slots().get(slot).kind() instanceof Kind.Choice));
  }

  /** The slots of these names, and those that are any of them. */
  private List<Slot> about(Stream<Collection<String>> lists) {
    var names = lists.flatMap(Collection::stream).collect(Collectors.toSet());
    return flow.slots().values().stream()
        .filter(slot -> flow.members(slot.name()).stream().anyMatch(names::contains))
        .toList();
  }

  /** "Sorry, it's LL20481235" sounds a little like any flow that takes an order. */
  private boolean corrects(Finds finds) {
    return Words.corrects(text) && !finds.corrected().isEmpty();
  }

  /** An answer in the shopper's own words: nearly everything is one. */
  private Meaning freely(Slot slot, Kind.Free free) {
    var finds = Finds.of(flow, List.of(slot.name()), open.slots(), heard);
    if (corrects(finds) && !intention.surelyAnother(List.of(slot))) {
      return new Meaning.Corrects(finds.corrected(), finds.corrected().keySet());
    }
    boolean asks = Words.asks(text) && !intention.expectedBy(List.of(slot));
    if (asks || intention.interrupts(true, List.of(slot))) {
      return new Meaning.Foreign();
    }
    var value = free.value(text);
    if (value.isPresent()) {
      var filled = new HashMap<>(finds.filled());
      filled.put(slot.name(), value.get());
      return new Meaning.Fills(filled);
    }
    return naming.reopened().orElseGet(Meaning.Misses::new);
  }

  /** Neither an answer nor a correction: a slot named as wrong, a failed attempt, or foreign. */
  private Meaning doubtful(Slot slot) {
    return naming
        .reopened()
        .orElseGet(
            () ->
                intention.repeats()
                        || intention.expectedBy(List.of(slot))
                        || Words.tellsWhere(text)
                        || Words.ordinal(text) > 0
                        || naming.attempts(slot.kind())
                        || naming.asked(slot)
                    ? new Meaning.Misses()
                    : new Meaning.Foreign());
  }
}
