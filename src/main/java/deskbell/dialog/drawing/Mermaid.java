package deskbell.dialog.drawing;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Flow;
import java.util.stream.Collectors;

/** Draws a flow as a Mermaid flowchart. */
public final class Mermaid {
  private Mermaid() {}

  /** The chart's text, with the flow's words in one language. */
  public static String draw(Flow flow, Language language) {
    var chart = Chart.of(flow, language);
    var nodes = chart.nodes().stream().map(Mermaid::node).collect(Collectors.joining());
    var arrows = chart.arrows().stream().map(Mermaid::arrow).collect(Collectors.joining());
    return "flowchart TD\n" + nodes + arrows;
  }

  private static String node(Chart.Node node) {
    var label = '"' + node.label().replace("\"", "#quot;") + '"';
    return "  " + node.id() + shaped(node.shape(), label) + "\n";
  }

  private static String shaped(Chart.Shape shape, String label) {
    return switch (shape) {
      case START -> "((" + label + "))";
      case QUESTION -> "[/" + label + "/]";
      case CALL, RUN -> "[[" + label + "]]";
      case BRANCH -> "{" + label + "}";
      case SAY -> "(" + label + ")";
      case CONFIRM -> "{{" + label + "}}";
      case NOTE, FORGET -> "[" + label + "]";
      case PERSON -> "[\\" + label + "/]";
      case END -> "([" + label + "])";
    };
  }

  private static String arrow(Chart.Arrow arrow) {
    var label = arrow.label().isEmpty() ? "" : "|" + arrow.label() + "|";
    return "  " + arrow.from() + " -->" + label + " " + arrow.to() + "\n";
  }
}
