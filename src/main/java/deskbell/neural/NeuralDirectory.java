package deskbell.neural;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.conversation.Invalid;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Transformer as files: {@code config.json}, {@code tokenizer.json} and {@code
 * model.safetensors}. A damaged, truncated or mismatched one is {@link Invalid} and names the file
 * and what is wrong in it. Blocks for the disk; any thread.
 */
public final class NeuralDirectory {
  private static final String SHIPPED = "/deskbell-model/";
  private static final String TRANSFORMER = "transformer";
  private static final String CONFIG = "config.json";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was read: the size, the tokenizer's own file, and the weights' values. */
  public record Contents(
      TransformerConfig config, String tokenizer, Map<String, float[]> weights) {}

  /** Something that reads a file. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(InputStream in) throws IOException;
  }

  private final Optional<Path> directory;

  private NeuralDirectory(Optional<Path> directory) {
    this.directory = directory;
  }

  /** Whether a directory, or the shipped model where none is given, holds a Transformer. */
  public static boolean holds(Optional<Path> directory) {
    return directory
        .map(place -> Files.exists(place.resolve(WEIGHTS)))
        .orElseGet(() -> NeuralDirectory.class.getResource(SHIPPED + WEIGHTS) != null);
  }

  /** Reads a directory, or the shipped model where none is given. */
  public static Contents read(Optional<Path> directory) {
    var files = new NeuralDirectory(directory);
    var config = files.read(CONFIG, NeuralDirectory::config);
    var tokenizer =
        files.read(TOKENIZER, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    var weights = files.read(WEIGHTS, SafeTensors::read);
    files.check(TOKENIZER, () -> fitting(config, tokenizer));
    files.check(WEIGHTS, () -> fitting(config, weights));
    return new Contents(config, tokenizer, weights);
  }

  private static TransformerConfig config(InputStream in) throws IOException {
    var config = JSON.readTree(in).path(TRANSFORMER);
    if (!config.isObject()) {
      throw new Invalid(TRANSFORMER, "is missing");
    }
    return JSON.treeToValue(config, TransformerConfig.class);
  }

  private static void fitting(TransformerConfig config, String tokenizer) {
    try (var cutter = Tokenizer.read(tokenizer)) {
      if (cutter.size() != config.pieces()) {
        throw new Invalid(
            "vocab", "has " + cutter.size() + " tokens; config.json says " + config.pieces());
      }
    }
  }

  private static void fitting(TransformerConfig config, Map<String, float[]> weights) {
    try (var scope = Torch.scope()) {
      Weights.of(config, scope, weights);
    }
  }

  /** Writes a directory so that it can be read again. */
  public static void write(Path directory, Weights weights, String tokenizer) throws IOException {
    Files.createDirectories(directory);
    writeConfig(directory.resolve(CONFIG), weights.config());
    Files.writeString(directory.resolve(TOKENIZER), tokenizer);
    var shapes = new LinkedHashMap<String, long[]>();
    weights.config().shapes().forEach((name, shape) -> shapes.put(name, shape.getShape()));
    try (var out = new BufferedOutputStream(Files.newOutputStream(directory.resolve(WEIGHTS)))) {
      SafeTensors.write(out, weights.values(), shapes);
    }
  }

  /** Writes the size beside what other voters say of themselves in the same file. */
  private static void writeConfig(Path file, TransformerConfig config) throws IOException {
    var before = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    var json = before instanceof ObjectNode object ? object : JSON.createObjectNode();
    json.set(TRANSFORMER, JSON.valueToTree(config));
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  private <T> T read(String name, Reading<T> reading) {
    try (var in = open(name)) {
      return reading.of(in);
    } catch (Invalid invalid) {
      throw new Invalid(place(name), invalid.getMessage(), invalid);
    } catch (NoSuchFileException missing) {
      throw new Invalid(place(name), "does not exist", missing);
    } catch (EOFException truncated) {
      throw new Invalid(place(name), "ends too early", truncated);
    } catch (JsonProcessingException malformed) {
      throw new Invalid(place(name), "is damaged: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException failure) {
      throw new Invalid(place(name), "cannot be read: " + failure.getMessage(), failure);
    }
  }

  private void check(String name, Runnable checking) {
    try {
      checking.run();
    } catch (Invalid invalid) {
      throw new Invalid(place(name), invalid.getMessage(), invalid);
    }
  }

  private InputStream open(String name) throws IOException {
    if (directory.isPresent()) {
      return new BufferedInputStream(Files.newInputStream(directory.get().resolve(name)));
    }
    var stream = NeuralDirectory.class.getResourceAsStream(SHIPPED + name);
    if (stream == null) {
      throw new NoSuchFileException(name);
    }
    return stream;
  }

  private String place(String name) {
    return directory.map(place -> place.resolve(name).toString()).orElse("the shipped " + name)
        + ":";
  }
}
