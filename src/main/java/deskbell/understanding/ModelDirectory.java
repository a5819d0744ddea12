package deskbell.understanding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.LinearVoter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model as files: {@code config.json} says what the others hold, {@code linear-LANGUAGE.gz} has
 * the weights of the linear voter, {@code calibration.json} makes probabilities of its scores,
 * {@code phrases.gz} holds the training phrases, and {@code fusion.json} says how the voters become
 * one. What else is fitted stands beside them ({@link SkillDirectory}). A file that is missing,
 * damaged or at odds with the others is {@link Invalid} and named. Blocks for the disk; any thread.
 */
public final class ModelDirectory {
  private static final String CONFIG = "config.json";
  private static final String CALIBRATION = "calibration.json";
  private static final String PHRASES = "phrases.gz";
  private static final String FUSION = "fusion.json";
  private static final TypeReference<Map<String, List<Fusion>>> FUSIONS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Calibration>> CALIBRATIONS =
      new TypeReference<>() {};

  /** What a language was taught. */
  public record Taught(LinearModel model, Calibration calibration) {}

  private final ModelFiles files;

  private ModelDirectory(ModelFiles files) {
    this.files = files;
  }

  /** The files of a directory, or of the shipped model where none is given. */
  public static ModelDirectory of(Optional<Path> directory) {
    return new ModelDirectory(ModelFiles.of(directory));
  }

  /** The linear voters, one a language. */
  public Map<Language, IntentVoter> linear() {
    var config = files.read(CONFIG, in -> ModelFormat.JSON.readValue(in, ModelConfig.class));
    var calibrations = files.read(CALIBRATION, in -> ModelFormat.JSON.readValue(in, CALIBRATIONS));
    if (!calibrations.keySet().equals(config.linear().keySet())) {
      var why =
          "it calibrates "
              + sorted(calibrations)
              + ", while "
              + CONFIG
              + " names "
              + sorted(config.linear());
      throw files.damaged(CALIBRATION, why, null);
    }
    var voters = new EnumMap<Language, IntentVoter>(Language.class);
    config
        .linear()
        .forEach(
            (code, learnt) ->
                voters.put(
                    language(code),
                    new LinearVoter(model(weights(code), learnt), calibrations.get(code))));
    return voters;
  }

  /** The phrases that the model was trained on; none where the directory holds none. */
  public List<Neighbours.Phrase> phrases() {
    return files.holds(PHRASES) ? files.read(PHRASES, ModelDirectory::phrases) : List.of();
  }

  private static List<Neighbours.Phrase> phrases(InputStream file) throws IOException {
    try (MappingIterator<Neighbours.Phrase> lines =
        ModelFormat.JSON.readerFor(Neighbours.Phrase.class).readValues(new GZIPInputStream(file))) {
      var phrases = new ArrayList<Neighbours.Phrase>();
      while (lines.hasNextValue()) {
        phrases.add(lines.nextValue());
      }
      return phrases;
    }
  }

  /** How voters become one, by language and by their names; none where nothing was fitted. */
  public Map<Language, Map<Set<String>, Fusion>> fusions() {
    return files.holds(FUSION)
        ? files.read(FUSION, in -> fusions(ModelFormat.JSON.readValue(in, FUSIONS)))
        : Map.of();
  }

  private static Map<Language, Map<Set<String>, Fusion>> fusions(Map<String, List<Fusion>> read) {
    var fusions = new EnumMap<Language, Map<Set<String>, Fusion>>(Language.class);
    read.forEach((code, groups) -> fusions.put(Language.parse(code), byNames(groups)));
    return fusions;
  }

  private static Map<Set<String>, Fusion> byNames(List<Fusion> groups) {
    var byNames = new HashMap<Set<String>, Fusion>();
    for (var group : groups) {
      if (byNames.put(group.weights().keySet(), group) != null) {
        throw new Invalid("weights", "of " + sorted(group.weights()) + " stand there twice");
      }
    }
    return byNames;
  }

  private static Object sorted(Map<String, ?> byCode) {
    return new TreeMap<>(byCode).keySet();
  }

  private Language language(String code) {
    try {
      return Language.parse(code);
    } catch (Invalid unknown) {
      throw files.damaged(CONFIG, unknown.getMessage(), unknown);
    }
  }

  private LinearModel model(String name, ModelConfig.Learnt learnt) {
    var model = files.read(name, ModelFormat::unpack);
    if (!model.intents().equals(learnt.intents()) || model.features() != learnt.features()) {
      var why =
          "it has %d intents and %d features, which are not the %d and %d of %s"
              .formatted(
                  model.intents().size(),
                  model.features(),
                  learnt.intents().size(),
                  learnt.features(),
                  CONFIG);
      throw files.damaged(name, why, null);
    }
    return model;
  }

  /** Writes what each language was taught. */
  public static void write(Path directory, Map<Language, Taught> taught) throws IOException {
    Files.createDirectories(directory);
    var calibrations = new TreeMap<String, Calibration>();
    var learnt = new TreeMap<String, ModelConfig.Learnt>();
    for (var entry : taught.entrySet()) {
      var code = entry.getKey().code();
      var model = entry.getValue().model();
      calibrations.put(code, entry.getValue().calibration());
      learnt.put(code, new ModelConfig.Learnt(model.intents(), model.features()));
      ModelFormat.pack(model, directory.resolve(weights(code)));
    }
    ModelFormat.write(directory.resolve(CALIBRATION), calibrations);
    config(directory.resolve(CONFIG), learnt);
  }

  /** Writes what the linear voter says of itself beside what others do in the same file. */
  private static void config(Path file, Map<String, ModelConfig.Learnt> learnt) throws IOException {
    var before =
        Files.exists(file)
            ? ModelFormat.JSON.readTree(file.toFile())
            : ModelFormat.JSON.createObjectNode();
    var config = before instanceof ObjectNode object ? object : ModelFormat.JSON.createObjectNode();
    config.put("format", ModelConfig.FORMAT);
    config.set("linear", ModelFormat.JSON.valueToTree(learnt));
    ModelFormat.write(file, config);
  }

  /** Writes the phrases that a model was trained on. */
  public static void writePhrases(Path directory, List<Neighbours.Phrase> phrases)
      throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(PHRASES)));
        var lines = ModelFormat.JSON.writer(new MinimalPrettyPrinter("\n")).writeValues(out)) {
      for (var phrase : phrases) {
        lines.write(phrase);
      }
    }
  }

  /** Writes how voters become one. */
  public static void writeFusions(Path directory, Map<Language, Map<Set<String>, Fusion>> fusions)
      throws IOException {
    var byCode = new TreeMap<String, Collection<Fusion>>();
    fusions.forEach((language, groups) -> byCode.put(language.code(), groups.values()));
    ModelFormat.write(directory.resolve(FUSION), byCode);
  }

  private static String weights(String code) {
    return "linear-" + code + ".gz";
  }
}
