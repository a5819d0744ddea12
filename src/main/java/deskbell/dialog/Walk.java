package deskbell.dialog;

import deskbell.conversation.Handover;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
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
    ENDED,
    HANDED_OVER
  }

  /** The fact that the newest was taken: what the shop then doesn't know is asked for. */
  private static final String NEWEST = "!newest";

  private final Flow flow;
  private final Heard heard;
  private final List<Act> acts = new ArrayList<>();
  private OpenFlow open;
  private End end = End.WAITS;

  Walk(Flow flow, OpenFlow open, Heard heard) {
    this.flow = flow;
    this.open = open;
    this.heard = heard;
  }

  /** Walks from a step on. */
  Walk from(String step) {
    var next = Optional.of(step);
    while (next.isPresent()) {
      next = pass(flow.steps().get(next.get()));
    }
    return this;
  }

  /** What is to be done, in order. */
  List<Act> acts() {
    return acts;
  }

  /** The flow as it waits now; of no use once it has ended. */
  OpenFlow open() {
    return open;
  }

  End end() {
    return end;
  }

  /** Does a step; the next one, or empty where the walk stops. */
  private Optional<String> pass(Step step) {
    return switch (step) {
      case Step.Collect collect ->
          filled(collect.slot()) || newest(collect)
              ? Optional.of(collect.next())
              : waitFor(collect);
      case Step.Call call -> call(call);
      case Step.Branch branch -> Optional.of(branch(branch));
      case Step.Say(_, var text, var next) -> {
        acts.add(new Act.Say(question().say(question().shown().text(text))));
        yield Optional.of(next);
      }
      case Step.Confirm confirm -> waitFor(confirm);
      case Step.Forget(_, var slots, var next) -> {
        slots.forEach(slot -> open = open.without(flow.emptied(slot)));
        yield Optional.of(next);
      }
      case Step.Jump(_, var next) -> Optional.of(next);
      case Step.HandOver(_, var reason) -> handOver(reason);
      case Step.End(_, var result) -> {
        acts.add(new Act.Ended(flow.id(), result));
        end = End.ENDED;
        yield Optional.empty();
      }
    };
  }

  private boolean filled(String slot) {
    return flow.members(slot).stream().anyMatch(open.slots()::containsKey);
  }

  /** Fills a slot with the first that is offered where the message means the newest, but once. */
  private boolean newest(Step.Collect collect) {
    var offered = question().buttons(collect);
    if (open.facts().containsKey(NEWEST)
        || offered.isEmpty()
        || !flow.slots().get(collect.slot()).prefill()
        || !Pointing.latest(heard.understood().text())) {
      return false;
    }
    var value = offered.getFirst().value();
    open = open.with(Map.of(collect.slot(), value)).learnt(Set.of(), Map.of(NEWEST, value));
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
      return lost();
    }
    acts.add(new Act.CallShop(flow.id() + "/" + call.id(), call.operation().name(), arguments));
    return Optional.empty();
  }

  /** The flow was changed while the conversation waited in it, and now lacks what it needs. */
  private Optional<String> lost() {
    acts.add(new Act.Say(question().say(question().sentence(FlowDialogue.GONE))));
    acts.add(new Act.Ended(flow.id(), FlowDialogue.GONE));
    end = End.ENDED;
    return Optional.empty();
  }

  private Optional<String> handOver(String reason) {
    acts.add(new Act.HandOver(new Handover(reason, summary(flow, open))));
    end = End.HANDED_OVER;
    return Optional.empty();
  }

  /** What an agent should know of a flow at once. */
  static Map<String, String> summary(Flow flow, OpenFlow open) {
    var summary = new LinkedHashMap<String, String>();
    summary.put("flow", flow.id());
    Optional.ofNullable(open.facts().get("status")).ifPresent(s -> summary.put("status", s));
    summary.putAll(open.slots());
    return summary;
  }

  private String branch(Step.Branch branch) {
    var value = subject(branch.subject()).orElse(Step.NONE);
    return branch.cases().getOrDefault(value, branch.otherwise());
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
    return Question.of(flow, open, heard.understood().language());
  }
}
