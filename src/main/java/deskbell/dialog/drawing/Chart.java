package deskbell.dialog.drawing;

import deskbell.conversation.Language;
import deskbell.dialog.Transition;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A flow as a drawing shows it: its steps but for jumps, and the ways between them.
 *
 * @param nodes the start first, then the steps in the order of the file
 */
public record Chart(List<Node> nodes, List<Arrow> arrows) {
  private static final int MAX_LABEL = 70;
  private static final Pattern FORMAT = Pattern.compile("\\{(\\w+):\\w+}");

  public Chart {
    nodes = List.copyOf(nodes);
    arrows = List.copyOf(arrows);
  }

  /** What a node stands for. */
  public enum Shape {
    START,
    QUESTION,
    CALL,
    BRANCH,
    SAY,
    CONFIRM,
    NOTE,
    PERSON,
    END
  }

  /**
   * A step.
   *
   * @param step its id in the flow; {@link Transition#BEGIN} for the start
   */
  public record Node(String id, String step, Shape shape, String label) {}

  /** A way from one step to another; its label may be empty. */
  public record Arrow(String from, String label, String to) {}

  /** The chart of a flow, with its words in one language. */
  public static Chart of(Flow flow, Language language) {
    return new Drawing(flow, language).chart();
  }

  /** One drawing. */
  private static final class Drawing {
    private final Flow flow;
    private final Language language;
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
      nodes.add(new Node("start", Transition.BEGIN, Shape.START, flow.id()));
      arrow("start", "", flow.first());
      ids.keySet().forEach(id -> draw(flow.steps().get(id)));
      return new Chart(nodes, arrows);
    }

    private void draw(Step step) {
      switch (step) {
        case Step.Collect(_, var slot, var next) ->
            node(step, Shape.QUESTION, question(slot), Map.of("", next));
        case Step.Call call ->
            node(step, Shape.CALL, call.operation().name(), new TreeMap<>(call.outcomes()));
        case Step.Branch branch -> node(step, Shape.BRANCH, branch.subject().name(), ways(branch));
        case Step.Say(_, var text, var next) ->
            node(step, Shape.SAY, words(text), Map.of("", next));
        case Step.Confirm confirm ->
            node(step, Shape.CONFIRM, words(confirm.text()), answers(confirm));
        case Step.Assign(_, var values, var next) ->
            node(
                step,
                Shape.NOTE,
                "set " + String.join(", ", new TreeSet<>(values.keySet())),
                Map.of("", next));
        case Step.Forget(_, var slots, var everything, var next) ->
            node(
                step,
                Shape.NOTE,
                "forget " + (everything ? Step.Forget.EVERYTHING : String.join(", ", slots)),
                Map.of("", next));
        case Step.Run run ->
            node(step, Shape.CALL, "flow " + run.flow(), new TreeMap<>(run.results()));
        case Step.HandOver over -> node(step, Shape.PERSON, person(over), Map.of());
        case Step.End(_, var result) -> node(step, Shape.END, result, Map.of());
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

    private String words(Phrase phrase) {
      var text = plain(phrase.in(language).written());
      return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL) + "…";
    }

    /** Without what belongs to the writing: how blanks are shown, and what may be left out. */
    private static String plain(String written) {
      var text = written.replace("\n", " ").replace("**", "").replace("[[", "").replace("]]", "");
      return FORMAT.matcher(text).replaceAll("{$1}");
    }

    private void node(Step step, Shape shape, String label, Map<String, String> ways) {
      var id = ids.get(step.id());
      nodes.add(new Node(id, step.id(), shape, label));
      ways.forEach((way, to) -> arrow(id, way, to));
    }

    private void arrow(String from, String label, String to) {
      var target = to;
      while (flow.steps().get(target) instanceof Step.Jump(_, var next)) {
        target = next;
      }
      arrows.add(new Arrow(from, label, ids.get(target)));
    }
  }
}
