package deskbell;

import deskbell.dialog.Flows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench thresholds}: what other thresholds of deciding would bring. */
@Command(
    name = "thresholds",
    description =
        "Tries other thresholds of flows and of the comparison on the written conversations and"
            + " the validation utterances.",
    mixinStandardHelpOptions = true)
final class BenchThresholdsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--flows", defaultValue = "dialog-flows", paramLabel = "DIR")
  Path flows;

  @Option(names = "--knowledge-base", defaultValue = "knowledge-base", paramLabel = "DIR")
  Path articles;

  @Option(
      names = "--corpus",
      defaultValue = "src/main/corpus",
      paramLabel = "DIR",
      description = "folder of utterances")
  Path corpus;

  @Option(
      names = "--voters",
      split = ",",
      defaultValue = "linear,neighbours,transformer",
      description = "of the model; ${DEFAULT-VALUE}")
  List<String> voters;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    try (var studio =
        Studio.open(
            Flows.load(flows),
            articles,
            clock -> Understanding.open(Optional.empty(), voters, clock))) {
      studio.sweep().run(BenchUtterances.read(corpus, "validation"), out::println);
    }
    return 0;
  }
}
