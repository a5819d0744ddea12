package deskbell.knowledge.files;

import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Problem;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The YAML head of an article's file, read node by node so that each problem knows its place. Every
 * value is taken as the text that stands there: {@code question: no} is the word "no".
 */
final class FrontMatter {
  /** Lines of the file before the YAML: the opening fence. */
  private static final int OFFSET = 1;

  /**
   * Stands for a question mark while YAML is read: SnakeYAML knows YAML 1.1, where a question mark
   * ends a text in {@code [a?, b]}. One character for one, so that columns stay right.
   */
  private static final char QUESTION_MARK = '\uE03F';

  private static final String KNOWN = "question, also, intent, tags, review";

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private Optional<String> question = Optional.empty();
  private List<String> also = List.of();
  private Optional<String> intent = Optional.empty();
  private List<String> tags = List.of();
  private Optional<LocalDate> review = Optional.empty();

  private FrontMatter(String file) {
    this.file = file;
  }

  /** Reads the lines between the fences. */
  static FrontMatter parse(String file, String yaml) {
    var matter = new FrontMatter(file);
    try {
      matter.read(
          new Yaml(new LoaderOptions())
              .compose(new StringReader(yaml.replace('?', QUESTION_MARK))));
    } catch (MarkedYAMLException malformed) {
      var mark = malformed.getProblemMark();
      matter.error(mark, "front matter is not YAML: " + malformed.getProblem());
    } catch (YAMLException malformed) {
      matter.error(
          null,
          "front matter is not YAML: " + malformed.getMessage().lines().findFirst().orElse(""));
    }
    return matter;
  }

  /** The article; call only where no problem is an error. */
  Article article(ArticleKey key, String answer) {
    return new Article(key, question.orElseThrow(), also, intent, tags, review, answer);
  }

  List<Problem> problems() {
    return problems;
  }

  /** The line in the file on which a key stands. */
  int lineOf(String key) {
    return lines.getOrDefault(key, OFFSET);
  }

  private void read(Node root) {
    if (root instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::entry);
    } else if (root != null) {
      error(root.getStartMark(), "front matter must be \"key: value\" lines");
      return;
    }
    if (!lines.containsKey("question")) {
      error(null, "question is missing");
    }
  }

  private void entry(NodeTuple tuple) {
    var mark = tuple.getKeyNode().getStartMark();
    var key = tuple.getKeyNode() instanceof ScalarNode scalar ? asWritten(scalar.getValue()) : "";
    if (lines.putIfAbsent(key, mark.getLine() + 1 + OFFSET) != null) {
      error(mark, key + " is given twice");
      return;
    }
    var value = tuple.getValueNode();
    switch (key) {
      case "question" -> question = text(key, value);
      case "also" -> also = texts(key, value);
      case "intent" -> intent = text(key, value);
      case "tags" -> tags = texts(key, value);
      case "review" -> review = text(key, value).flatMap(day -> date(value, day));
      default -> error(mark, "key \"" + key + "\" is unknown; known: " + KNOWN);
    }
  }

  private Optional<String> text(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      if (scalar.getValue().isBlank()) {
        error(node.getStartMark(), key + " is blank");
        return Optional.empty();
      }
      return Optional.of(asWritten(scalar.getValue()).strip());
    }
    error(node.getStartMark(), key + " must be a text" + hint(node));
    return Optional.empty();
  }

  private List<String> texts(String key, Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      error(node.getStartMark(), key + " must be a list of texts");
      return List.of();
    }
    return sequence.getValue().stream().flatMap(item -> text(key, item).stream()).toList();
  }

  private static String hint(Node node) {
    return node instanceof MappingNode ? "; put it in quotes where it holds \": \"" : "";
  }

  private Optional<LocalDate> date(Node node, String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException malformed) {
      error(node.getStartMark(), "review is \"" + day + "\"; must be a date such as 2027-06-01");
      return Optional.empty();
    }
  }

  private void error(Mark mark, String rule) {
    var line = mark == null ? OFFSET : mark.getLine() + 1 + OFFSET;
    var column = mark == null ? 1 : mark.getColumn() + 1;
    problems.add(Problem.error(file, line, column, asWritten(rule)));
  }

  private static String asWritten(String text) {
    return text.replace(QUESTION_MARK, '?');
  }
}
