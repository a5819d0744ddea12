package deskbell.understanding;

import deskbell.conversation.EntityType;
import deskbell.conversation.Invalid;
import deskbell.understanding.linear.AskedKinds;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.ValueKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the Transformer may do beside naming intents, as files of a model: {@code rewriting.json}
 * and {@code speaking.json} say from where its rewritings and shorter answers are believed, {@code
 * kinds.gz} which kinds of things there are to exchange in a rewriting, {@code asked.gz} which
 * kinds of values questions ask for, {@code reranking.json} what its likelihoods of questions
 * count, and {@code values.json} which kinds of values it names where rules find none. A file that
 * is damaged is {@link Invalid} and named. Blocks for the disk; any thread.
 */
public final class SkillDirectory {
  private static final String REWRITING = "rewriting.json";
  private static final String KINDS = "kinds.gz";
  private static final String ASKED = "asked.gz";
  private static final String SPEAKING = "speaking.json";
  private static final String RERANKING = "reranking.json";
  private static final String VALUES = "values.json";

  private final ModelFiles files;

  private SkillDirectory(ModelFiles files) {
    this.files = files;
  }

  /** The files of a directory, or of the shipped model where none is given. */
  public static SkillDirectory of(Optional<Path> directory) {
    return new SkillDirectory(ModelFiles.of(directory));
  }

  /** How follow-ups are rewritten; empty where the Transformer rewrites nothing. */
  public Optional<RewritingRule> rewriting() {
    return fitted(REWRITING, RewritingFile.class).map(this::rule);
  }

  private RewritingRule rule(RewritingFile file) {
    var model = files.read(KINDS, ModelFormat::unpack);
    var kinds = new ValueKinds(model, file.kinds());
    return new RewritingRule(new KindAgreement(kinds, file.weights()), file.sure());
  }

  /** What stands in {@code rewriting.json}. */
  private record RewritingFile(Calibration kinds, KindAgreement.Weights weights, double sure) {}

  /** From where answers are said shorter; empty where the Transformer shortens nothing. */
  public Optional<SpeakingRule> speaking() {
    return fitted(SPEAKING, SpeakingRule.class);
  }

  /** Which kinds of values questions ask for. */
  public AskedKinds asked() {
    return new AskedKinds(files.read(ASKED, ModelFormat::unpack));
  }

  /**
   * What the Transformer's likelihood of a question counts beside the logarithm of an article's
   * confidence; empty where it changes no order.
   */
  public Optional<Double> reranksBy() {
    return fitted(RERANKING, Reranking.class).map(Reranking::weight);
  }

  /** What stands in {@code reranking.json}. */
  private record Reranking(double weight) {}

  /** Kinds of values that the Transformer names where rules find none; empty for no kind. */
  public Set<EntityType> values() {
    return fitted(VALUES, Values.class).map(Values::kinds).map(Set::copyOf).orElse(Set.of());
  }

  /** What stands in {@code values.json}. */
  private record Values(Set<EntityType> kinds) {}

  /** What a file says that holds {@code null} where nothing was gained; empty for none, too. */
  private <T> Optional<T> fitted(String name, Class<T> kind) {
    return files.holds(name)
        ? Optional.ofNullable(files.read(name, in -> ModelFormat.JSON.readValue(in, kind)))
        : Optional.empty();
  }

  /** Writes how follow-ups are rewritten; empty where the Transformer is to rewrite nothing. */
  public static void writeRewriting(Path directory, Optional<RewritingRule> rule)
      throws IOException {
    if (rule.isPresent()) {
      ModelFormat.pack(rule.get().agreement().kinds().model(), directory.resolve(KINDS));
    }
    writeFitted(
        directory.resolve(REWRITING),
        rule.map(
            one ->
                new RewritingFile(
                    one.agreement().kinds().calibration(), one.agreement().weights(), one.sure())));
  }

  /** Writes from where answers are said shorter; empty where all are to be said in full. */
  public static void writeSpeaking(Path directory, Optional<SpeakingRule> rule) throws IOException {
    writeFitted(directory.resolve(SPEAKING), rule);
  }

  /** Writes which kinds of values questions ask for. */
  public static void writeAsked(Path directory, AskedKinds asked) throws IOException {
    ModelFormat.pack(asked.model(), directory.resolve(ASKED));
  }

  /** Writes what the likelihood of a question counts; empty where it is to change no order. */
  public static void writeReranking(Path directory, Optional<Double> weight) throws IOException {
    writeFitted(directory.resolve(RERANKING), weight.map(Reranking::new));
  }

  /** Writes which kinds of values the Transformer is to name where rules find none. */
  public static void writeValues(Path directory, Set<EntityType> kinds) throws IOException {
    ModelFormat.write(directory.resolve(VALUES), Map.of("kinds", new TreeSet<>(kinds)));
  }

  /** Writes that the Transformer is to do nothing but name intents. */
  public static void writeNone(Path directory) throws IOException {
    writeValues(directory, Set.of());
    writeRewriting(directory, Optional.empty());
    writeSpeaking(directory, Optional.empty());
    writeReranking(directory, Optional.empty());
  }

  /** Nothing gained is written down, too, so that it takes the place of what was gained before. */
  private static void writeFitted(Path file, Optional<?> content) throws IOException {
    ModelFormat.write(file, content.orElse(null));
  }
}
