package deskbell.dialog.drawing;

import deskbell.conversation.Language;
import deskbell.dialog.Transition;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.IcuMessage;
import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A flow as a drawing shows it: its steps but for jumps, and the ways between them.
 *
 * @param nodes the start first, then the steps in the order of the file
 */
public record Chart(List<Node> nodes, List<Arrow> arrows) {
  private static final int MAX_LABEL = 70;

  public Chart {
    nodes = List.copyOf(nodes);
    arrows = List.copyOf(arrows);
  }

  /** What a node stands for. */
  public enum Shape {
    START,
    QUESTION,
    CALL,
    RUN,
    BRANCH,
    SAY,
    CONFIRM,
    NOTE,
    FORGET,
    PERSON,
    END
  }

  /**
   * A step.
   *
   * @param step its id in the flow; {@link Transition#BEGIN} for the start
   * @param names what it is about, by the flow's names: a slot, a call, a reason; none for words
   */
  public record Node(String id, String step, Shape shape, String label, List<String> names) {
    public Node {
      names = List.copyOf(names);
    }
  }

  /**
   * All ways from one step straight to another.
   *
   * @param ways by the flow's names; none where there is only one way to go
   * @param times how many went there, where that is counted
   */
  public record Arrow(String from, List<String> ways, Optional<Long> times, String to) {
    public Arrow {
      ways = List.copyOf(ways);
    }

    /** What stands at it; may be empty. */
    public String label() {
      return Stream.concat(
              ways.isEmpty() ? Stream.empty() : Stream.of(String.join(", ", ways)),
              times.stream().map(String::valueOf))
          .collect(Collectors.joining(" · "));
    }
  }

  /** The chart of a flow, with its words in one language. */
  public static Chart of(Flow flow, Language language) {
    return new Drawing(flow, language).chart();
  }

  /** One drawing. */
  private static final class Drawing {
    private final Flow flow;
    private final Language language;
    private final Template.Values names = new Names();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    Drawing(Flow flow, Language language) {
      this.flow = flow;
      this.language = language;
    }

    Chart chart() {
      flow.steps().values().stream()
          .filter(step -> !(step instanceof Step.Jump))
          .forEach(step -> ids.put(step.id(), "s" + ids.size()));
      nodes.add(new Node("start", Transition.BEGIN, Shape.START, flow.id(), List.of(flow.id())));
      arrow("start", "", flow.first());
      ids.keySet().forEach(id -> draw(flow.steps().get(id)));
      return new Chart(nodes, arrows);
    }

    private void draw(Step step) {
      switch (step) {
        case Step.Collect(_, var slot, var next) ->
            node(step, Shape.QUESTION, question(slot), List.of(slot), Map.of("", next));
        case Step.Call call ->
            named(step, Shape.CALL, call.operation().name(), new TreeMap<>(call.outcomes()));
        case Step.Branch branch -> named(step, Shape.BRANCH, branch.subject().name(), ways(branch));
        case Step.Say(_, var text, var next) ->
            node(step, Shape.SAY, words(text), List.of(), Map.of("", next));
        case Step.Confirm confirm ->
            node(step, Shape.CONFIRM, words(confirm.text()), List.of(), answers(confirm));
        case Step.Assign(_, var values, var next) ->
            node(
                step,
                Shape.NOTE,
                "set " + String.join(", ", new TreeSet<>(values.keySet())),
                List.copyOf(new TreeSet<>(values.keySet())),
                Map.of("", next));
        case Step.Forget(_, var slots, var everything, var next) ->
            node(
                step,
                Shape.FORGET,
                "forget " + (everything ? Step.Forget.EVERYTHING : String.join(", ", slots)),
                everything ? List.of() : slots,
                Map.of("", next));
        case Step.Run run ->
            node(
                step,
                Shape.RUN,
                "flow " + run.flow(),
                List.of(run.flow()),
                new TreeMap<>(run.results()));
        case Step.HandOver over ->
            node(step, Shape.PERSON, person(over), List.of(over.reason()), Map.of());
        case Step.End(_, var result) -> named(step, Shape.END, result, Map.of());
        case Step.Jump _ -> throw new IllegalStateException("jumps are drawn as arrows");
      }
    }

    private String person(Step.HandOver over) {
      var person = language == Language.ZH ? "转人工：" : "a person: ";
      return person + over.reason() + over.department().map(name -> " (" + name + ")").orElse("");
    }

    private static Map<String, String> ways(Step.Branch branch) {
      var ways = new LinkedHashMap<String, String>(new TreeMap<>(branch.cases()));
      branch.limits().forEach(limit -> ways.put(limit.bound().written(), limit.next()));
      ways.put("else", branch.otherwise());
      return ways;
    }

    private static Map<String, String> answers(Step.Confirm confirm) {
      var answers = new LinkedHashMap<String, String>();
      answers.put("yes", confirm.next());
      confirm.denied().ifPresent(denied -> answers.put("no", denied));
      return answers;
    }

    private String question(String slot) {
      return flow.slots().get(slot).asking().map(asking -> words(asking.question())).orElse(slot);
    }

    /** Fills blanks with the names of what they are for. */
    private final class Names implements Template.Values {
      @Override
      public Optional<String> written(Template.Blank blank) {
        return Optional.of("{" + blank.name() + "}");
      }

      @Override
      public Optional<String> written(IcuMessage message) {
        return Optional.of(message.outline(language));
      }
    }

    private String words(Phrase phrase) {
      var text = phrase.in(language).fill(names).replace("\n", " ").replace("**", "");
      return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL) + "…";
    }

    private void named(Step step, Shape shape, String name, Map<String, String> ways) {
      node(step, shape, name, List.of(name), ways);
    }

    private void node(
        Step step, Shape shape, String label, List<String> names, Map<String, String> ways) {
      var id = ids.get(step.id());
      nodes.add(new Node(id, step.id(), shape, label, names));
      ways.forEach((way, to) -> arrow(id, way, to));
    }

    private void arrow(String from, String way, String to) {
      var target = to;
      while (flow.steps().get(target) instanceof Step.Jump(_, var next)) {
        target = next;
      }
      var ways = way.isEmpty() ? List.<String>of() : List.of(way);
      arrows.add(new Arrow(from, ways, Optional.empty(), ids.get(target)));
    }
  }
}
