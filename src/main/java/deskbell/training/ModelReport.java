package deskbell.training;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The {@code README.md} of a model directory: what it was trained on, its figures, how to build it
 * again.
 *
 * @param command that makes the directory, as typed
 * @param corpus what was learnt and calibrated from
 * @param heldOut what had no part in it; may be empty
 * @param understand the model's likeliest intent of an example
 */
public record ModelReport(
    String command,
    CorpusSplit corpus,
    List<Example> heldOut,
    Function<Example, IntentScore> understand) {
  static final String FILE = "README.md";

  /** Heads the last part. */
  static final String BUILD = "## Build it again";

  private static final String LOSSES = "loss.svg";

  public ModelReport {
    heldOut = List.copyOf(heldOut);
  }

  /** Keeps the picture of how the directory's Transformer learnt, until another is trained. */
  public static void learnt(Path directory, List<LossChart.Point> epochs) throws IOException {
    Files.writeString(directory.resolve(LOSSES), LossChart.of(epochs));
  }

  /** Measures and writes the file and its pictures. */
  public void write(Path directory) throws IOException {
    for (var language : languages()) {
      var examples = of(language, corpus.validation());
      if (!examples.isEmpty()) {
        var title = "%d validation examples, %s".formatted(examples.size(), language.code());
        Files.writeString(
            directory.resolve(confusions(language)),
            ConfusionChart.of(title, examples, understand));
      }
    }
    var file = directory.resolve(FILE);
    var before = Files.exists(file) ? MeasuredFigures.ofLearner(Files.readString(file)) : "";
    Files.writeString(file, text(Files.exists(directory.resolve(LOSSES)), before));
  }

  private static String confusions(Language language) {
    return "confusion-" + language.code() + ".svg";
  }

  private String text(boolean learnt, String measured) {
    var text = new StringBuilder(top());
    languages().forEach(language -> text.append(trained(language)));
    text.append(figuresTop());
    for (var language : languages()) {
      sets().forEach((set, examples) -> text.append(figures(language, set, examples)));
    }
    return text.append(pictures(learnt)).append(notes()).append(measured).append(end()).toString();
  }

  private String top() {
    return """
    # What this model knows

    Written by `./deskbell train`; train again rather than edit. It takes what a shopper says to one of %d intents, with a calibrated
    probability. Who votes: for each language a support vector machine an intent over n-grams of words, characters and letters, in eight
    bits (`linear`); the training phrases nearest to the words (`neighbours`); and, where the folder holds one, a Transformer over both
    languages (`transformer`). `fusion.json` says how much each is believed.

    ## Trained on
    | language | intents | examples | fewest of an intent | calibrated on |
    |---|---|---|---|---|
    """
        .formatted(intents(corpus.training()).size());
  }

  private String figuresTop() {
    return """

    Left out of training: %d examples that stand in a set that is measured on, %d that say the same as another.

    ## Figures
    | language | examples | | accuracy | in scope | macro F1 | `out_of_scope` recall | precision | calibration error |
    |---|---|---|---|---|---|---|---|---|
    """
        .formatted(corpus.leaked(), corpus.doubled());
  }

  private String pictures(boolean learnt) {
    var drawn =
        languages().stream()
            .filter(language -> !of(language, corpus.validation()).isEmpty())
            .map(
                language -> "![Intents meant and understood](%s)%n".formatted(confusions(language)))
            .collect(Collectors.joining("\n", "\n", ""));
    return learnt ? drawn + "\n![How the Transformer learnt](" + LOSSES + ")\n" : drawn;
  }

  private static String notes() {
    return """

    `out_of_scope` counts as an intent like any other. The calibration error is the expected one over %d bins. Calibration was fitted on the
    validation examples, which flatters it there; held-out examples had no part in anything.

    """
        .formatted(Evaluation.BINS);
  }

  private String end() {
    return """
    %s
        %s

    The same examples give the same files; a Transformer that was continued (`--from`) only with the same weights to begin with.
    """
        .formatted(BUILD, command);
  }

  private List<Language> languages() {
    return corpus.training().stream().map(Example::language).distinct().sorted().toList();
  }

  private String trained(Language language) {
    var counts = intents(of(language, corpus.training()));
    var fewest = counts.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,d | %d `%s` | %,d |%n",
        language.code(),
        counts.size(),
        of(language, corpus.training()).size(),
        fewest.getValue(),
        fewest.getKey(),
        of(language, corpus.validation()).size());
  }

  private Map<String, List<Example>> sets() {
    var sets = new LinkedHashMap<String, List<Example>>();
    sets.put("validation", corpus.validation());
    sets.put("held out", heldOut);
    return sets;
  }

  private String figures(Language language, String set, List<Example> all) {
    var examples = of(language, all);
    if (examples.isEmpty()) {
      return "";
    }
    var found = Evaluation.of(examples, understand);
    var values = new ArrayList<Double>();
    values.add(found.accuracy());
    values.add(found.inScopeAccuracy());
    values.add(found.macroF1());
    values.add(found.outOfScopeRecall());
    values.add(found.outOfScopePrecision());
    values.add(found.calibrationError());
    return values.stream()
        .map(value -> String.format(Locale.ROOT, "%.3f", value))
        .collect(
            Collectors.joining(
                " | ",
                String.format(
                    Locale.ROOT, "| %s | %,d | %s | ", language.code(), examples.size(), set),
                " |\n"));
  }

  private static Map<String, Integer> intents(List<Example> examples) {
    var counts = new LinkedHashMap<String, Integer>();
    examples.forEach(example -> counts.merge(example.intent(), 1, Integer::sum));
    return counts;
  }

  private static List<Example> of(Language language, List<Example> examples) {
    return examples.stream().filter(example -> example.language() == language).toList();
  }
}
