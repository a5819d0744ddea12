package deskbell.dialog.reading;

import deskbell.dialog.flow.Place;
import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One YAML file as a {@link Value}. Scalars are kept as they are written: {@code yes} stays a word.
 * Aliases are refused, since what they save in typing they cost in error messages.
 */
final class Yaml {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final List<String> lines;
  private final Problems problems;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Yaml(String file, String text, Problems problems) {
    this.file = file;
    this.lines = text.lines().toList();
    this.problems = problems;
  }

  /** The content of a file; empty, with a problem noted, where it is not YAML. */
  static Optional<Value> read(String file, String text, Problems problems) {
    var yaml = new Yaml(file, text, problems);
    try {
      var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      var root = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(plain));
      if (root == null) {
        problems.add(yaml.place(0, 0), "is empty");
        return Optional.empty();
      }
      return Optional.of(yaml.value(root));
    } catch (MarkedYAMLException broken) {
      var mark = Optional.ofNullable(broken.getProblemMark());
      problems.add(
          mark.map(yaml::place).orElseGet(() -> yaml.place(0, 0)),
          "is not YAML: " + broken.getProblem() + hint(broken.getProblem()));
    } catch (YAMLException broken) {
      problems.add(yaml.place(0, 0), "is not YAML: " + broken.getMessage());
    }
    return Optional.empty();
  }

  /** The mistake that nearly everybody makes once. */
  private static String hint(String problem) {
    return problem.startsWith("expected ',' or '")
        ? "; inside { } and [ ] a text with a comma, a colon or a question mark needs quotes"
        : "";
  }

  private Value value(Node node) {
    var place = place(node.getStartMark());
    if (!(node instanceof ScalarNode) && !seen.add(node)) {
      problems.add(place, "is used again by an alias; write it out");
      return new Value.Scalar("", List.of(place));
    }
    return switch (node) {
      case ScalarNode scalar -> new Value.Scalar(scalar.getValue().strip(), lines(scalar));
      case SequenceNode sequence ->
          new Value.Items(sequence.getValue().stream().map(this::value).toList(), place);
      case MappingNode mapping -> fields(mapping, place);
      case AnchorNode anchor -> value(anchor.getRealNode());
      default -> throw new IllegalStateException("a node of a new kind: " + node.getNodeId());
    };
  }

  private List<Place> lines(ScalarNode scalar) {
    var start = scalar.getStartMark();
    return IntStream.rangeClosed(start.getLine(), scalar.getEndMark().getLine())
        .mapToObj(line -> place(line, line == start.getLine() ? start.getColumn() : 0))
        .toList();
  }

  private Value fields(MappingNode mapping, Place place) {
    Map<String, Value.Field> fields = new LinkedHashMap<>();
    for (var entry : mapping.getValue()) {
      var at = place(entry.getKeyNode().getStartMark());
      if (entry.getKeyNode() instanceof ScalarNode key) {
        var name = key.getValue().strip();
        var former = fields.putIfAbsent(name, new Value.Field(at, value(entry.getValueNode())));
        if (former != null) {
          problems.add(at, name + " stands twice; first on line " + former.key().line());
        }
      } else {
        problems.add(at, "a key must be a word");
      }
    }
    return new Value.Fields(fields, place);
  }

  private Place place(Mark mark) {
    return place(mark.getLine(), mark.getColumn());
  }

  private Place place(int line, int column) {
    var excerpt = line < lines.size() ? lines.get(line).stripTrailing() : "";
    return new Place(file, line + 1, column + 1, excerpt);
  }
}
