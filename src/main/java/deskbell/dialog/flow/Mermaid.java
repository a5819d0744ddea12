package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws a flow as a Mermaid flowchart. Belongs to one drawing. */
public final class Mermaid {
  private static final int MAX_LABEL = 70;

  private final Flow flow;
  private final Language language;
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final StringBuilder drawing = new StringBuilder("flowchart TD\n");

  private Mermaid(Flow flow, Language language) {
    this.flow = flow;
    this.language = language;
    flow.steps().values().stream()
        .filter(step -> !(step instanceof Step.Jump))
        .forEach(step -> nodes.put(step.id(), "s" + nodes.size()));
  }

  /** The chart's text, with the flow's words in one language. */
  public static String draw(Flow flow, Language language) {
    return new Mermaid(flow, language).drawing();
  }

  private String drawing() {
    drawing.append("  start((\"").append(flow.id()).append("\"))\n");
    arrow("start", "", flow.first());
    for (var id : nodes.keySet()) {
      draw(flow.steps().get(id));
    }
    return drawing.toString();
  }

  private void draw(Step step) {
    var from = nodes.get(step.id());
    switch (step) {
      case Step.Collect(_, var slot, var next) -> {
        node(from, "[/", question(slot), "/]");
        arrow(from, "", next);
      }
      case Step.Call call -> {
        node(from, "[[", call.operation().name(), "]]");
        call.outcomes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(way -> arrow(from, way.getKey(), way.getValue()));
      }
      case Step.Branch branch -> {
        node(from, "{", branch.subject().name(), "}");
        branch.cases().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(way -> arrow(from, way.getKey(), way.getValue()));
        branch.limits().forEach(limit -> arrow(from, limit.bound().written(), limit.next()));
        arrow(from, "else", branch.otherwise());
      }
      case Step.Say(_, var text, var next) -> {
        node(from, "(", words(text), ")");
        arrow(from, "", next);
      }
      case Step.Confirm confirm -> {
        node(from, "{{", words(confirm.text()), "}}");
        arrow(from, "yes", confirm.next());
        confirm.denied().ifPresent(denied -> arrow(from, "no", denied));
      }
      case Step.Forget(_, var slots, var next) -> {
        node(from, "[", "forget " + String.join(", ", slots), "]");
        arrow(from, "", next);
      }
      case Step.Assign(_, var values, var next) -> {
        node(from, "[", "set " + String.join(", ", new TreeSet<>(values.keySet())), "]");
        arrow(from, "", next);
      }
      case Step.Run run -> {
        node(from, "[[", "flow " + run.flow(), "]]");
        new TreeMap<>(run.results()).forEach((result, next) -> arrow(from, result, next));
      }
      case Step.HandOver over -> node(from, "[\\", over.written(), "/]");
      case Step.End(_, var result) -> node(from, "([", result, "])");
      case Step.Jump _ -> throw new IllegalStateException("jumps are drawn as arrows");
    }
  }

  private String question(String slot) {
    return flow.slots().get(slot).asking().map(asking -> words(asking.question())).orElse(slot);
  }

  private String words(Phrase phrase) {
    var text = phrase.in(language).written();
    return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL) + "…";
  }

  private void node(String id, String left, String label, String right) {
    drawing.append("  ").append(id).append(left).append('"');
    drawing.append(label.replace("\"", "#quot;").replace("\n", " "));
    drawing.append('"').append(right).append('\n');
  }

  private void arrow(String from, String label, String to) {
    var target = to;
    while (flow.steps().get(target) instanceof Step.Jump(_, var next)) {
      target = next;
    }
    drawing.append("  ").append(from).append(" -->");
    if (!label.isEmpty()) {
      drawing.append('|').append(label).append('|');
    }
    drawing.append(' ').append(nodes.get(target)).append('\n');
  }
}
