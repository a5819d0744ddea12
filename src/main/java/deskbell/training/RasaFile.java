package deskbell.training;

import deskbell.conversation.Invalid;
import deskbell.understanding.Languages;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Rasa's training data (format 2 and 3): the {@code examples} of each {@code intent} under {@code
 * nlu}, as a block of lines that begin with a hyphen or as a list of texts. Synonyms, patterns and
 * tables there are passed over, since entities are found by rules here. The language is the one
 * that a text shows.
 */
final class RasaFile {
  private final Path file;
  private final List<Example> examples = new ArrayList<>();

  private RasaFile(Path file) {
    this.file = file;
  }

  static List<Example> read(Path file) {
    var reader = new RasaFile(file);
    reader.file(root(file));
    return reader.examples;
  }

  private static Node root(Path file) {
    try {
      var root = new Yaml(new LoaderOptions()).compose(new StringReader(TextFile.read(file)));
      if (root == null) {
        throw new Invalid(file.toString(), "is empty");
      }
      return root;
    } catch (MarkedYAMLException broken) {
      var line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw new Invalid(file + ":" + line + ":", "is not YAML: " + broken.getProblem(), broken);
    } catch (YAMLException broken) {
      throw new Invalid(file.toString(), "is not YAML: " + broken.getMessage(), broken);
    }
  }

  private void file(Node root) {
    var nlu = value(root, "nlu").orElseThrow(() -> wrong(root, "nlu", "is missing"));
    for (var item : items(nlu, "nlu")) {
      var intent = value(item, "intent");
      if (intent.isPresent()) {
        var name = scalar(intent.get(), "intent");
        var given =
            value(item, "examples")
                .orElseThrow(() -> wrong(item, "examples", "of " + name + " are missing"));
        examples(name, given);
      }
    }
  }

  private void examples(String intent, Node given) {
    if (given instanceof ScalarNode block) {
      block(intent, block);
      return;
    }
    for (var item : items(given, "examples")) {
      var text =
          item instanceof ScalarNode
              ? item
              : value(item, "text").orElseThrow(() -> wrong(item, "text", "is missing"));
      if (scalar(text, "text").strip().startsWith("- ") && text instanceof ScalarNode block) {
        block(intent, block);
      } else {
        add(intent, scalar(text, "text"), line(text));
      }
    }
  }

  /** A block's lines stand below its mark, one by one. */
  private void block(String intent, ScalarNode block) {
    var lines = block.getValue().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      int number = line(block) + (block.getScalarStyle().getChar() == '|' ? 1 : 0) + i;
      if (!line.isEmpty()) {
        if (!line.startsWith("-")) {
          throw new Invalid(
              file + ":" + number + ":",
              "examples hold \"" + line + "\"; must begin with a hyphen");
        }
        add(intent, line.substring(1), number);
      }
    }
  }

  private void add(String intent, String text, int line) {
    examples.add(
        TextFile.at(
            file,
            line,
            () -> {
              var said = MarkedText.of(text.strip());
              var language = Languages.of(said.text(), Optional.empty());
              return new Example(said.text(), language, intent, said.slots());
            }));
  }

  private List<Node> items(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw wrong(node, key, "must be a list");
  }

  private String scalar(Node node, String key) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw wrong(node, key, "must be a text");
  }

  private Optional<Node> value(Node node, String key) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, key, "is missing: here stand no fields");
    }
    return mapping.getValue().stream()
        .filter(
            field -> field.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private Invalid wrong(Node node, String key, String rule) {
    return new Invalid(file + ":" + line(node) + ": " + key, rule);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
