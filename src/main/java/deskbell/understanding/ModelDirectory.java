package deskbell.understanding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.LinearVoter;
import deskbell.understanding.linear.ValueKinds;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model as files: {@code config.json} says what the others hold, {@code linear-LANGUAGE.gz} has
 * the weights of the linear voter, {@code calibration.json} makes probabilities of its scores,
 * {@code phrases.gz} holds the training phrases, {@code fusion.json} says how the voters become
 * one, {@code rewriting.json} and {@code speaking.json} from where the Transformer's rewritings and
 * shorter answers are believed, {@code kinds.gz} which kinds of things there are to exchange in a
 * rewriting, and {@code reranking.json} what its likelihoods of questions count. A file that is
 * missing, damaged or at odds with the others is {@link Invalid} and named. Blocks for the disk;
 * any thread.
 */
public final class ModelDirectory {
  private static final String CONFIG = "config.json";
  private static final String CALIBRATION = "calibration.json";
  private static final String PHRASES = "phrases.gz";
  private static final String REWRITING = "rewriting.json";
  private static final String KINDS = "kinds.gz";
  private static final String SPEAKING = "speaking.json";
  private static final String RERANKING = "reranking.json";
  private static final String FUSION = "fusion.json";
  private static final TypeReference<Map<String, List<Fusion>>> FUSIONS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Calibration>> CALIBRATIONS =
      new TypeReference<>() {};
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

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

  /** The phrases that the model was trained on; none where the directory holds none. */
  public List<Neighbours.Phrase> phrases() {
    return files.holds(PHRASES) ? files.read(PHRASES, ModelDirectory::phrases) : List.of();
  }

  private static List<Neighbours.Phrase> phrases(InputStream file) throws IOException {
    try (var lines =
        JSON.readerFor(Neighbours.Phrase.class).readValues(new GZIPInputStream(file))) {
      var phrases = new ArrayList<Neighbours.Phrase>();
      lines.forEachRemaining(line -> phrases.add((Neighbours.Phrase) line));
      return phrases;
    }
  }

  /** How follow-ups are rewritten; empty where the Transformer rewrites nothing. */
  public Optional<RewritingRule> rewriting() {
    return fitted(REWRITING, RewritingFile.class).map(this::rule);
  }

  private RewritingRule rule(RewritingFile file) {
    var model = files.read(KINDS, ModelDirectory::unpacked);
    var kinds = new ValueKinds(model, file.kinds());
    return new RewritingRule(new KindAgreement(kinds, file.weights()), file.sure());
  }

  /** What stands in {@code rewriting.json}. */
  private record RewritingFile(Calibration kinds, KindAgreement.Weights weights, double sure) {}

  /**
   * How sure the Transformer must be of a shorter answer, as a mean logarithm of a token's
   * probability; empty where it shortens nothing.
   */
  public Optional<Double> speaksFrom() {
    return fitted(SPEAKING, Speaking.class).map(Speaking::sure);
  }

  /** What stands in {@code speaking.json}. */
  private record Speaking(double sure) {}

  /**
   * What the Transformer's likelihood of a question counts beside the logarithm of an article's
   * confidence; empty where it changes no order.
   */
  public Optional<Double> reranksBy() {
    return fitted(RERANKING, Reranking.class).map(Reranking::weight);
  }

  /** What stands in {@code reranking.json}. */
  private record Reranking(double weight) {}

  /** What a file says that holds {@code null} where nothing was gained; empty for none, too. */
  private <T> Optional<T> fitted(String name, Class<T> kind) {
    return files.holds(name)
        ? Optional.ofNullable(files.read(name, in -> JSON.readValue(in, kind)))
        : Optional.empty();
  }

  /** How voters become one, by language and by their names; none where nothing was fitted. */
  public Map<Language, Map<Set<String>, Fusion>> fusions() {
    var fusions = new EnumMap<Language, Map<Set<String>, Fusion>>(Language.class);
    if (files.holds(FUSION)) {
      files
          .read(FUSION, in -> JSON.readValue(in, FUSIONS))
          .forEach((code, groups) -> fusions.put(language(code), byNames(groups)));
    }
    return fusions;
  }

  private static Map<Set<String>, Fusion> byNames(List<Fusion> groups) {
    return groups.stream()
        .collect(Collectors.toMap(group -> Set.copyOf(group.weights().keySet()), group -> group));
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
    config(directory.resolve(CONFIG), learnt);
  }

  /** Writes what the linear voter says of itself beside what others do in the same file. */
  private static void config(Path file, Map<String, ModelConfig.Learnt> learnt) throws IOException {
    var before = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    var config = before instanceof ObjectNode object ? object : JSON.createObjectNode();
    config.put("format", ModelConfig.FORMAT);
    config.set("linear", JSON.valueToTree(learnt));
    json(file, config);
  }

  /** Writes the phrases that a model was trained on. */
  public static void writePhrases(Path directory, List<Neighbours.Phrase> phrases)
      throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(PHRASES)));
        var lines = JSON.writer(new MinimalPrettyPrinter("\n")).writeValues(out)) {
      for (var phrase : phrases) {
        lines.write(phrase);
      }
    }
  }

  /** Writes how follow-ups are rewritten; empty where the Transformer is to rewrite nothing. */
  public static void writeRewriting(Path directory, Optional<RewritingRule> rule)
      throws IOException {
    if (rule.isPresent()) {
      pack(rule.get().agreement().kinds().model(), directory.resolve(KINDS));
    }
    writeFitted(
        directory.resolve(REWRITING),
        rule.map(
            one ->
                new RewritingFile(
                    one.agreement().kinds().calibration(), one.agreement().weights(), one.sure())));
  }

  /**
   * Writes how sure the Transformer must be of a shorter answer; empty where it is to give none.
   */
  public static void writeSpeaking(Path directory, Optional<Double> sure) throws IOException {
    writeFitted(directory.resolve(SPEAKING), sure.map(Speaking::new));
  }

  /** Writes what the likelihood of a question counts; empty where it is to change no order. */
  public static void writeReranking(Path directory, Optional<Double> weight) throws IOException {
    writeFitted(directory.resolve(RERANKING), weight.map(Reranking::new));
  }

  /** Nothing gained is written down, too, so that it takes the place of what was gained before. */
  private static void writeFitted(Path file, Optional<?> content) throws IOException {
    json(file, content.orElse(null));
  }

  /** Writes how voters become one. */
  public static void writeFusions(Path directory, Map<Language, Map<Set<String>, Fusion>> fusions)
      throws IOException {
    var byCode = new TreeMap<String, Collection<Fusion>>();
    fusions.forEach((language, groups) -> byCode.put(language.code(), groups.values()));
    json(directory.resolve(FUSION), byCode);
  }

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
