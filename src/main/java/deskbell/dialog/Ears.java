package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Rule;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import deskbell.dialog.flow.Telling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides what a message means to the flow that is open. The order: a pressed button or an answer
 * in the question's own words, leaving, what the entities bring, yes and no, and only then the
 * doubtful ways. Belongs to one message.
 */
final class Ears {
  /** From here on another flow's intent interrupts a message that doesn't answer the question. */
  static final double INTERRUPTS = 0.5;

  /** From here on it interrupts even one that does. */
  static final double INTERRUPTS_AN_ANSWER = 0.8;

  /** From here on an affirm or deny counts where words don't say it. */
  static final double AGREES = 0.6;

  private static final String AFFIRM = "affirm";
  private static final String DENY = "deny";

  private final Predicate<String> startsAnotherFlow;
  private final Flow flow;
  private final OpenFlow open;
  private final Heard heard;
  private final String text;
  private final Naming naming;

  /**
   * Ears for one message.
   *
   * @param startsFlow tells of an intent whether it starts a flow
   */
  Ears(Predicate<String> startsFlow, Flow flow, OpenFlow open, Heard heard) {
    this.startsAnotherFlow = intent -> startsFlow.test(intent) && !flow.triggers().contains(intent);
    this.flow = flow;
    this.open = open;
    this.heard = heard;
    this.text = heard.understood().text();
    this.naming = new Naming(flow, open, heard);
  }

  /** What the message means at the question for a slot. */
  Meaning at(Step.Collect collect) {
    return ruled(heardAt(collect));
  }

  private Meaning heardAt(Step.Collect collect) {
    var slot = flow.slots().get(collect.slot());
    var telling = new Telling(Map.of());
    var buttons = Question.of(flow, open, heard.understood().language(), telling).buttons(collect);
    var picked = Picks.of(heard, slot.kind(), buttons);
    if (slot.optional() && picked.map(Question.SKIP::equals).orElseGet(this::skips)) {
      return new Meaning.Skips(slot.name());
    }
    if (picked.isPresent()) {
      return new Meaning.Fills(Map.of(flow.members(slot.name()).getFirst(), picked.get()));
    }
    if (leaves()) {
      return new Meaning.Leaves();
    }
    return slot.kind() instanceof Kind.Free free
        ? freely(slot.name(), free)
        : brought(flow.members(slot.name()), meant(slot)).orElseGet(() -> doubtful(slot));
  }

  /** What the message means at a proposal. */
  Meaning at(Step.Confirm confirm) {
    return ruled(heardAt(confirm));
  }

  private Meaning heardAt(Step.Confirm confirm) {
    return switch (Assent.of(confirm, heard)) {
      case YES -> new Meaning.Agrees();
      case NO -> new Meaning.Denies();
      case BOTH -> new Meaning.Misses();
      case NEITHER ->
          leaves()
              ? new Meaning.Leaves()
              : brought(List.of(), Map.of()).or(naming::reopened).orElseGet(this::agreement);
    };
  }

  /** What the message means at the question whether what was said long ago still holds. */
  Meaning atRecall() {
    return atOffer().orElseGet(this::recalled);
  }

  /** What it means where a person was offered instead, after too many misses. */
  private Optional<Meaning> atOffer() {
    if (!open.offersPerson()) {
      return Optional.empty();
    }
    if (heard.chosen().filter(Question.PERSON::equals).isPresent() || Words.yes(text)) {
      return Optional.of(new Meaning.Person());
    }
    return Words.no(text) ? Optional.of(new Meaning.Foreign()) : Optional.empty();
  }

  private Meaning recalled() {
    if (heard.chosen().filter("yes"::equals).isPresent() || Words.yes(text)) {
      return new Meaning.Agrees();
    }
    if (heard.chosen().filter("no"::equals).isPresent() || Words.no(text)) {
      return new Meaning.Denies();
    }
    return leaves()
        ? new Meaning.Leaves()
        : brought(List.of(), Map.of()).or(naming::reopened).orElseGet(this::agreement);
  }

  private boolean skips() {
    return heard.chosen().isEmpty() && Words.skips(text);
  }

  /** The same meaning, unless a value breaks a rule of its slot. */
  private Meaning ruled(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Fills(var slots) -> broken(slots).orElse(meaning);
      case Meaning.Corrects(var slots, _) -> broken(slots).orElse(meaning);
      case Meaning.Reopens _, Meaning.Agrees _, Meaning.Denies _, Meaning.Skips _ -> meaning;
      case Meaning.Breaks _, Meaning.Leaves _, Meaning.Misses _, Meaning.Foreign _ -> meaning;
      case Meaning.Answered _, Meaning.Person _ -> meaning;
    };
  }

  private Optional<Meaning> broken(Map<String, String> slots) {
    var kept = new HashMap<>(slots);
    kept.entrySet().removeIf(filled -> rule(filled).isPresent());
    kept.keySet().removeAll(open.slots().keySet());
    return slots.entrySet().stream()
        .flatMap(filled -> rule(filled).stream())
        .findFirst()
        .map(rule -> new Meaning.Breaks(rule, kept));
  }

  private Optional<Rule> rule(Map.Entry<String, String> filled) {
    return flow.slots().get(filled.getKey()).broken(filled.getValue(), heard.today());
  }

  private Meaning agreement() {
    if (agrees()) {
      return new Meaning.Agrees();
    }
    if (intends(DENY)) {
      return new Meaning.Denies();
    }
    return repeats() ? new Meaning.Misses() : new Meaning.Foreign();
  }

  /** True where the message only says again what the flow was started for. */
  private boolean repeats() {
    var best = heard.understood().best();
    return best.intent().equals(open.facts().get(Subject.INTENT))
        && best.confidence() >= INTERRUPTS
        && !Words.asks(text);
  }

  private boolean leaves() {
    return heard.chosen().filter(Question.LEAVE::equals).isPresent() || Words.leaves(text);
  }

  private boolean agrees() {
    return intends(AFFIRM)
        && Words.shortAndPlain(text)
        && Words.clauses(text).stream().noneMatch(Words::leaves);
  }

  private boolean intends(String intent) {
    return heard.understood().confidence(intent) >= AGREES;
  }

  /** What the message says of a slot that no entity fills. */
  private Map<String, String> meant(Slot slot) {
    Optional<String> value =
        switch (slot.kind()) {
          case Kind.Choice(var options) ->
              Picks.mentioned(options, text).or(() -> Picks.paraphrased(options, text));
          case Kind.YesNo() -> {
            if (agrees()) {
              yield Optional.of("yes");
            }
            yield intends(DENY) ? Optional.of("no") : Optional.empty();
          }
          case Kind.OfEntity _, Kind.Phone _, Kind.Free _, Kind.AnyOf _ -> Optional.empty();
        };
    return value.map(known -> Map.of(slot.name(), known)).orElse(Map.of());
  }

  /** What entities and {@code meant} bring, unless the message is another flow's. */
  private Optional<Meaning> brought(List<String> asked, Map<String, String> meant) {
    var finds = Finds.of(flow, asked, open.slots(), heard);
    var corrected = new HashMap<>(Choices.corrected(flow, open.slots(), text));
    boolean corrects = corrects(finds) || !corrected.isEmpty();
    boolean interrupts =
        corrects ? surelyAnother() : interrupts(finds.answers() || !meant.isEmpty());
    if (interrupts && !choosesBriefly(meant, corrected)) {
      return (Words.shortAndPlain(text) ? naming.reopened() : Optional.<Meaning>empty())
          .or(() -> Optional.of(new Meaning.Foreign()));
    }
    corrected.putAll(finds.corrected());
    var all = new HashMap<>(finds.all());
    all.putAll(meant);
    if (!all.isEmpty()) {
      Choices.filled(flow, open.slots(), text).forEach(all::putIfAbsent);
    }
    all.putAll(corrected);
    if (!corrected.isEmpty()) {
      return Optional.of(new Meaning.Corrects(all, corrected.keySet()));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(new Meaning.Fills(all));
  }

  /** "Sorry, it's LL20481235" sounds a little like any flow that takes an order. */
  private boolean corrects(Finds finds) {
    return Words.corrects(text) && !finds.corrected().isEmpty();
  }

  /** In a few words, an option's own are an answer: "it arrived damaged" says why it comes back. */
  private boolean choosesBriefly(Map<String, String> meant, Map<String, String> corrected) {
    return Words.shortAndPlain(text)
        && (!corrected.isEmpty()
            || meant.keySet().stream()
                .anyMatch(slot -> flow.slots().get(slot).kind() instanceof Kind.Choice));
  }

  /** What happened to somebody sounds like a flow of its own, but asks for none. */
  private boolean surelyAnother() {
    var best = heard.understood().best();
    return startsAnotherFlow.test(best.intent())
        && best.confidence() >= INTERRUPTS_AN_ANSWER
        && Words.requests(text);
  }

  private boolean interrupts(boolean answers) {
    var best = heard.understood().best();
    return answers
        ? surelyAnother() && !Words.littleBeside(heard.understood().entities(), text)
        : startsAnotherFlow.test(best.intent()) && best.confidence() >= INTERRUPTS;
  }

  /** An answer in the shopper's own words: nearly everything is one. */
  private Meaning freely(String slot, Kind.Free free) {
    var finds = Finds.of(flow, List.of(slot), open.slots(), heard);
    if (corrects(finds)) {
      return new Meaning.Corrects(finds.corrected(), finds.corrected().keySet());
    }
    if (Words.asks(text) || interrupts(true)) {
      return new Meaning.Foreign();
    }
    var value = free.value(text);
    if (value.isPresent()) {
      var filled = new HashMap<>(finds.filled());
      filled.put(slot, value.get());
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
                repeats() || naming.attempts(slot.kind()) || naming.asked(slot)
                    ? new Meaning.Misses()
                    : new Meaning.Foreign());
  }
}
