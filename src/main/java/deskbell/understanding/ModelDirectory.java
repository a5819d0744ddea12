package deskbell.understanding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.LinearVoter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model as files: {@code config.json} says what the others hold, {@code linear-LANGUAGE.gz} has
 * the weights, {@code calibration.json} makes probabilities of scores. A file that is missing,
 * damaged or at odds with the others is {@link Invalid} and named. Blocks for the disk; any thread.
 */
public final class ModelDirectory {
  private static final String CONFIG = "config.json";
  private static final String CALIBRATION = "calibration.json";
  private static final TypeReference<Map<String, Calibration>> CALIBRATIONS =
      new TypeReference<>() {};
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What a language was taught. */
  public record Taught(LinearModel model, Calibration calibration) {}

  private final ModelFiles files;

  private ModelDirectory(ModelFiles files) {
    this.files = files;
  }

  /** The voters of a directory, or of the shipped model where none is given; one a language. */
  public static Map<Language, IntentVoter> voters(Optional<Path> directory) {
    return new ModelDirectory(ModelFiles.of(directory)).read();
  }

  private Map<Language, IntentVoter> read() {
    var config = files.read(CONFIG, in -> JSON.readValue(in, ModelConfig.class));
    var calibrations = files.read(CALIBRATION, in -> JSON.readValue(in, CALIBRATIONS));
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
    var model = files.read(name, ModelDirectory::unpacked);
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

  private static LinearModel unpacked(InputStream file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
      var model = LinearModel.read(in);
      // also what makes the unpacker compare its checksum
      if (in.read() >= 0) {
        throw new Invalid("linear model", "goes on after its last weight");
      }
      return model;
    }
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
      pack(model, directory.resolve(weights(code)));
    }
    json(directory.resolve(CALIBRATION), calibrations);
    json(directory.resolve(CONFIG), new Written(ModelConfig.FORMAT, learnt));
  }

  /** A {@link ModelConfig} whose languages stay in order. */
  private record Written(int format, Map<String, ModelConfig.Learnt> linear) {}

  private static void pack(LinearModel model, Path file) throws IOException {
    var packed = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    try (var out = new DataOutputStream(packed)) {
      model.write(out);
    }
  }

  private static void json(Path file, Object content) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(content) + "\n");
  }

  private static String weights(String code) {
    return "linear-" + code + ".gz";
  }
}
