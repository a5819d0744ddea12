package deskbell.dialog;

import deskbell.conversation.Handover;
import deskbell.conversation.Identity;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import deskbell.dialog.flow.Telling;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a flow from a step until it waits for the shopper or the shop, or ends. Always comes
 * to an end: a flow that could go round for ever is refused when it is loaded. Belongs to one turn.
 */
final class Walk {
  /** What became of the flow. */
  enum End {
    WAITS,
    /** Waits for another flow, which begins now. */
    RUNS,
    ENDED,
    HANDED_OVER
  }

  /** The fact that the newest was taken: what the shop then doesn't know is asked for. */
  private static final String NEWEST = "!newest";

  private final Flow flow;
  private final Heard heard;
  private final Telling telling;
  private final List<Act> acts = new ArrayList<>();
  private final List<Transition> moves = new ArrayList<>();
  private OpenFlow open;
  private End end = End.WAITS;
  private boolean forgetsAll;
  private String result = "";

  Walk(Flow flow, OpenFlow open, Heard heard, Telling telling) {
    this.telling = telling;
    this.flow = flow;
    this.open = open;
    this.heard = heard;
  }

  /** Walks from a step on. */
  Walk from(String step) {
    var at = step;
    var next = pass(flow.steps().get(at));
    while (next.isPresent()) {
      moves.add(Transition.in(flow, at, next.get()));
      at = next.get();
      next = pass(flow.steps().get(at));
    }
    return this;
  }

  /** What is to be done, in order. */
  List<Act> acts() {
    return acts;
  }

  /** The way that was gone, in order. */
  List<Transition> moves() {
    return moves;
  }

  /** The flow as it waits now; of no use once it has ended. */
  OpenFlow open() {
    return open;
  }

  End end() {
    return end;
  }

  /** True where all that the conversation remembers is to be forgotten. */
  boolean forgetsAll() {
    return forgetsAll;
  }

  /** The result of a flow that has ended. */
  String result() {
    return result;
  }

  /** Does a step; the next one, or empty where the walk stops. */
  private Optional<String> pass(Step step) {
    return switch (step) {
      case Step.Collect collect ->
          settled(collect.slot()) || newest(collect)
              ? Optional.of(collect.next())
              : waitFor(collect);
      case Step.Call call -> call(call);
      case Step.Branch branch -> Optional.of(branch(branch));
      case Step.Say(_, var text, var next) -> {
        acts.add(new Act.Say(question().say(question().told(text))));
        yield Optional.of(next);
      }
      case Step.Confirm confirm -> waitFor(confirm);
      case Step.Assign(_, var values, var next) -> {
        assign(values);
        yield Optional.of(next);
      }
      case Step.Forget(_, var slots, var everything, var next) -> {
        slots.forEach(slot -> open = open.without(flow.emptied(slot)));
        if (everything) {
          forgetsAll = true;
          open = open.without(flow.slots().keySet());
        }
        yield Optional.of(next);
      }
      case Step.Run run -> {
        open = open.at(run.id());
        end = End.RUNS;
        yield Optional.empty();
      }
      case Step.Jump(_, var next) -> Optional.of(next);
      case Step.HandOver over -> handOver(over);
      case Step.End(_, var reached) -> ended(reached);
    };
  }

  /** True where a slot needs no question: it is filled, can be filled, or was skipped. */
  private boolean settled(String slot) {
    flow.members(slot).stream().filter(name -> !open.slots().containsKey(name)).forEach(this::draw);
    return open.skipped().contains(slot)
        || flow.members(slot).stream().anyMatch(open.slots()::containsKey);
  }

  /** Fills a slot from its sources, if one of them has a value that keeps the slot's rules. */
  private void draw(String name) {
    var slot = flow.slots().get(name);
    slot.sources().stream()
        .flatMap(source -> drawn(source).stream())
        .filter(value -> slot.broken(value, heard.today()).isEmpty())
        .findFirst()
        .ifPresent(value -> open = open.with(Map.of(name, value)));
  }

  private Optional<String> drawn(Slot.Source source) {
    return switch (source) {
      case Slot.Fact(var fact) -> Optional.ofNullable(open.facts().get(fact));
      case Slot.SignedIn() -> heard.identity().map(Identity::user);
    };
  }

  private void assign(Map<String, Step.Assigned> values) {
    values.forEach(
        (slot, assigned) -> {
          var value = assigned.name() ? value(assigned.text()) : Optional.of(assigned.text());
          open = open.without(flow.emptied(slot));
          value.ifPresent(known -> open = open.with(Map.of(slot, known)));
        });
  }

  /** Fills a slot with the first that is offered where the message means the newest, but once. */
  private boolean newest(Step.Collect collect) {
    var slot = flow.slots().get(collect.slot());
    var offered = question().buttons(collect);
    if (open.facts().containsKey(NEWEST)
        || offered.isEmpty()
        || !slot.offered()
        || !slot.prefill()
        || !Pointing.latest(heard.understood().text())) {
      return false;
    }
    var value = offered.getFirst().value();
    open = open.with(Map.of(slot.name(), value)).learnt(Set.of(), Map.of(NEWEST, value));
    return true;
  }

  private Optional<String> waitFor(Step step) {
    open = open.at(step.id());
    acts.add(new Act.Say(question().ask(step, 0)));
    return Optional.empty();
  }

  private Optional<String> call(Step.Call call) {
    open = open.at(call.id());
    var arguments = new HashMap<String, String>();
    call.arguments()
        .forEach((name, source) -> value(source).ifPresent(value -> arguments.put(name, value)));
    if (!arguments.keySet().containsAll(call.operation().required())) {
      return lost(call);
    }
    acts.add(new Act.CallShop(flow.id() + "/" + call.id(), call.operation().name(), arguments));
    return Optional.empty();
  }

  /** The flow was changed while the conversation waited in it, and now lacks what it needs. */
  private Optional<String> lost(Step.Call call) {
    moves.add(Transition.in(flow, call.id(), Transition.GONE));
    acts.add(new Act.Say(question().say(question().sentence(FlowDialogue.GONE))));
    return ended(FlowDialogue.GONE);
  }

  private Optional<String> ended(String reached) {
    acts.add(new Act.Ended(flow.id(), reached));
    result = reached;
    end = End.ENDED;
    return Optional.empty();
  }

  private Optional<String> handOver(Step.HandOver over) {
    var summary = summary(flow, open);
    over.department().ifPresent(department -> summary.put("department", department));
    acts.add(new Act.HandOver(new Handover(over.reason(), summary)));
    end = End.HANDED_OVER;
    return Optional.empty();
  }

  /** What an agent should know of a flow at once. */
  static Map<String, String> summary(Flow flow, OpenFlow open) {
    var summary = new LinkedHashMap<String, String>();
    summary.put("flow", flow.id());
    Optional.ofNullable(open.facts().get("status")).ifPresent(s -> summary.put("status", s));
    summary.putAll(open.without(flow.confidential()).slots());
    return summary;
  }

  private String branch(Step.Branch branch) {
    var value = subject(branch.subject()).orElse(Step.NONE);
    return Optional.ofNullable(branch.cases().get(value))
        .or(() -> beyond(branch.limits(), value))
        .orElse(branch.otherwise());
  }

  private Optional<String> beyond(List<Step.Limit> limits, String value) {
    return limits.stream()
        .filter(limit -> limit.bound().crossed(value, heard.today()))
        .map(Step.Limit::next)
        .findFirst();
  }

  private Optional<String> subject(Subject subject) {
    if (subject.name().equals(Subject.SIGNED_IN)) {
      return Optional.of(heard.identity().isPresent() ? "yes" : "no");
    }
    return subject.day() ? value(subject.name()).flatMap(this::day) : value(subject.name());
  }

  private Optional<String> day(String value) {
    try {
      int order = LocalDate.parse(value).compareTo(heard.today());
      return Optional.of(order < 0 ? "past" : order == 0 ? "today" : "future");
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(open.slots().getOrDefault(name, open.facts().get(name)));
  }

  private Question question() {
    return Question.of(flow, open, heard.understood().language(), telling);
  }
}
