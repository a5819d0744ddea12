package deskbell;

import deskbell.conversation.Invalid;
import deskbell.neural.Limits;
import deskbell.neural.NeuralModel;
import deskbell.neural.NeuralService;
import deskbell.neural.NeuralSettings;
import deskbell.neural.Task;
import deskbell.training.material.RewriteAccuracy;
import deskbell.training.material.Rewriting;
import deskbell.training.material.Rewritings;
import deskbell.understanding.FollowUp;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.NeuralRewriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "model directory; without it the shipped model")
  Optional<Path> model;

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

  @Option(names = "--beam", defaultValue = "1", description = "beginnings followed at once")
  int beam;

  @Override
  public Integer call() {
    if (!PARTS.contains(part)) {
      throw new Invalid("--part", "is " + part + "; known: validation, held-out");
    }
    BenchCommand.needsTransformer(model);
    var pairs = Rewritings.part(corpus, part);
    var limits = new Limits(1, Limits.DEFAULTS.longest(), beam, 0);
    try (var service = new NeuralService(NeuralModel.open(model), NeuralSettings.DEFAULTS)) {
      say("as the model writes:");
      RewriteAccuracy.lines(pairs, pair -> written(service, pair, limits)).forEach(this::say);
      ModelDirectory.of(model)
          .rewritesFrom()
          .ifPresentOrElse(
              sure -> believed(new NeuralRewriter(service, sure), pairs),
              () -> say("the server believes none of it"));
    }
    return 0;
  }

  private void believed(NeuralRewriter rewriter, List<Rewriting> pairs) {
    say("where the server believes it, else as it was said:");
    RewriteAccuracy.lines(
            pairs, pair -> rewriter.alone(pair.text(), pair.history()).orElse(pair.text()))
        .forEach(this::say);
  }

  private static String written(NeuralService service, Rewriting pair, Limits limits) {
    var followUp = new FollowUp(pair.text(), pair.history());
    var written = service.write(Task.REWRITE, followUp.prompt(), limits).join().text();
    return followUp.show(written).orElse(written);
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
