package deskbell;

import deskbell.conversation.Invalid;
import deskbell.neural.NeuralDirectory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: the benchmarks. */
@Command(
    name = "bench",
    description = "Runs a benchmark and prints its figures, compared within the same run.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      BenchChatCommand.class,
      BenchEchoCommand.class,
      BenchKnowledgeCommand.class,
      BenchAnswersCommand.class,
      BenchNeuralCommand.class,
      BenchRewritesCommand.class,
      BenchRepliesCommand.class,
      BenchEntitiesCommand.class,
      BenchLearnerCommand.class,
      BenchConsoleCommand.class,
      BenchShoppersCommand.class,
      BenchDialogCommand.class,
      BenchThresholdsCommand.class
    })
final class BenchCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a benchmark: " + names());
  }

  /** Stops where a model directory, or the shipped model, holds no Transformer to measure. */
  static void needsTransformer(Optional<Path> model) {
    if (!NeuralDirectory.holds(model)) {
      throw new Invalid(
          "--model", "names no folder with a Transformer; ./deskbell train --neural makes one");
    }
  }

  private String names() {
    return spec.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .map(CommandSpec::name)
        .collect(Collectors.joining(", "));
  }
}
