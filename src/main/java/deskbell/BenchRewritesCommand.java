package deskbell;

import deskbell.conversation.Invalid;
import deskbell.neural.NeuralModel;
import deskbell.neural.NeuralService;
import deskbell.neural.NeuralSettings;
import deskbell.training.material.RewriteAccuracy;
import deskbell.training.material.Rewriting;
import deskbell.training.material.Rewritings;
import deskbell.understanding.NeuralRewriter;
import deskbell.understanding.RevisionScorer;
import deskbell.understanding.SkillDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench rewrites}: how well follow-ups are rewritten. */
@Command(
    name = "rewrites",
    description = "Measures how often follow-ups are rewritten word for word as they should be.",
    mixinStandardHelpOptions = true)
final class BenchRewritesCommand implements Callable<Integer> {
  private static final List<String> PARTS = List.of("validation", "held-out");

  @Spec CommandSpec spec;

  @Mixin ModelOption model = new ModelOption();

  @Mixin RecordOption record = new RecordOption();

  @Option(
      names = "--corpus",
      defaultValue = "src/main/corpus",
      paramLabel = "FOLDER",
      description = "the folder whose rewrite folder is asked; ${DEFAULT-VALUE}")
  Path corpus;

  @Option(
      names = "--part",
      defaultValue = "validation",
      description = "validation or held-out; ${DEFAULT-VALUE}")
  String part;

  @Override
  public Integer call() {
    if (!PARTS.contains(part)) {
      throw new Invalid("--part", "is " + part + "; known: validation, held-out");
    }
    BenchCommand.needsTransformer(model.folder);
    var pairs = Rewritings.part(corpus, part);
    var out = spec.commandLine().getOut();
    try (var lines = record.lines("bench rewrites --part " + part, out::println);
        var service = new NeuralService(NeuralModel.open(model.folder), NeuralSettings.PATIENT)) {
      lines.accept("as the model writes:");
      rewritten(new NeuralRewriter(service, RevisionScorer.NONE, Double.NEGATIVE_INFINITY), pairs)
          .forEach(lines);
      SkillDirectory.of(model.folder)
          .rewriting()
          .ifPresentOrElse(
              rule -> {
                lines.accept("what all speaks for, however unsure:");
                rewritten(
                        new NeuralRewriter(service, rule.agreement(), Double.NEGATIVE_INFINITY),
                        pairs)
                    .forEach(lines);
                lines.accept("where the server believes it, else as it was said:");
                rewritten(new NeuralRewriter(service, rule.agreement(), rule.sure()), pairs)
                    .forEach(lines);
              },
              () -> lines.accept("the server believes none of it"));
    }
    return 0;
  }

  private static List<String> rewritten(NeuralRewriter rewriter, List<Rewriting> pairs) {
    return RewriteAccuracy.lines(
        pairs, pair -> rewriter.alone(pair.text(), pair.history()).orElse(pair.text()));
  }
}
