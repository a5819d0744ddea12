package deskbell;

import deskbell.conversation.DeskbellException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands. {@link Server} is the wiring behind {@code serve}. */
@Command(
    name = "deskbell",
    description = "A self-hosted customer-service bot for web shops.",
    mixinStandardHelpOptions = true,
    version = "deskbell 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      AskCommand.class,
      UnderstandCommand.class,
      CorpusCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      UserCommand.class,
      SearchCommand.class,
      KnowledgeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      BenchCommand.class
    })
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  /** Runs the command named by the first argument; exits with its status. */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, flags defaulting to the environment. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .addSubcommand(
            "flows",
            new FlowsCommand(clock -> Understanding.open(Optional.empty(), Voters.ALL, clock)))
        .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
        .setParameterExceptionHandler((misuse, _) -> misused(misuse))
        .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line));
  }

  /** Fills a command's flags without running it; what is not given comes from the environment. */
  static void parse(Object command, List<String> flags) {
    new CommandLine(command)
        .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
        .parseArgs(flags.toArray(String[]::new));
  }

  /** One line on standard error; the flags are a command away. */
  private static int misused(ParameterException misuse) {
    var line = misuse.getCommandLine();
    line.getErr()
        .println(
            "deskbell: %s; see %s --help"
                .formatted(misuse.getMessage(), line.getCommandSpec().qualifiedName()));
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** One line on standard error; the stack only for what is a fault of ours. */
  private static int failed(Exception failure, CommandLine line) throws Exception {
    if (!(failure instanceof DeskbellException)) {
      throw failure;
    }
    line.getErr().println("deskbell: " + failure.getMessage());
    return FAILED;
  }
}
