package deskbell;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.dialog.Flows;
import deskbell.dialog.drawing.Mermaid;
import deskbell.dialog.drawing.Svg;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.reading.FlowFiles;
import deskbell.dialog.reading.Schema;
import deskbell.rehearsal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code flows check|test|draw|schema}: flow files, checked, rehearsed, drawn and described. */
@Command(
    name = "flows",
    description =
        "Checks the flows, runs their written conversations, draws them, or describes them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "check|test|draw|schema")
final class FlowsCommand implements Runnable {
  private static final int FINE = 0;
  private static final int FAILED = 1;

  private final Function<? super Clock, ? extends ClosableInterpreter> interpreters;

  @Spec CommandSpec spec;

  @Option(
      names = "--flows",
      description = "the folder of flow files; ${DEFAULT-VALUE}",
      paramLabel = "DIR",
      defaultValue = "dialog-flows",
      scope = ScopeType.INHERIT)
  Path folder;

  @Option(
      names = "--knowledge-base",
      description = "the folder of articles, for what is asked beside a flow; ${DEFAULT-VALUE}",
      paramLabel = "DIR",
      defaultValue = "knowledge-base",
      scope = ScopeType.INHERIT)
  Path articles;

  /** The command; the interpreter is made, by its clock, only where conversations are run. */
  FlowsCommand(Function<? super Clock, ? extends ClosableInterpreter> interpreters) {
    this.interpreters = interpreters;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say check, test, draw or schema");
  }

  @Command(description = "Reads all flow files and prints every mistake with its place.")
  int check() {
    var read = FlowFiles.read(folder);
    read.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
    if (!read.problems().isEmpty()) {
      return FAILED;
    }
    int conversations = read.flows().stream().mapToInt(flow -> flow.conversations().size()).sum();
    say(read.flows().size() + " flows, " + conversations + " conversations: no mistakes");
    return FINE;
  }

  @Command(description = "Runs the conversations that are written in the flow files.")
  int test(
      @Parameters(arity = "0..1", paramLabel = "FLOW", description = "all where none is named")
          String name) {
    var flows = Flows.load(folder);
    var verdicts = verdicts(flows, chosen(flows, name));
    var failed = verdicts.stream().filter(verdict -> !verdict.passed()).toList();
    failed.stream().map(Verdict::report).forEach(spec.commandLine().getErr()::println);
    say(
        verdicts.size()
            - failed.size()
            + " of "
            + verdicts.size()
            + " conversations go as written");
    return failed.isEmpty() ? FINE : FAILED;
  }

  private List<Verdict> verdicts(Flows flows, List<Flow> chosen) {
    try (var studio = Studio.open(flows, articles, interpreters)) {
      var rehearsal = studio.rehearsal();
      return chosen.stream()
          .flatMap(flow -> flow.conversations().stream())
          .map(rehearsal::run)
          .toList();
    }
  }

  @Command(description = "Prints the JSON Schema of flow files, or writes both schemas.")
  int schema(
      @Parameters(
              arity = "0..1",
              paramLabel = "flow|shared",
              defaultValue = "flow",
              description = "of a flow's file, or of shared.yaml")
          String name,
      @Option(names = "--to", paramLabel = "DIR", description = "writes both into this folder")
          Path target)
      throws IOException {
    if (target == null) {
      say(Schema.of(name).text());
      return FINE;
    }
    for (var schema : Schema.values()) {
      var file = Files.createDirectories(target).resolve(schema.file());
      say(Files.writeString(file, schema.text()).toString());
    }
    return FINE;
  }

  @Command(description = "Prints flows as Mermaid flowcharts, or writes them as SVG pictures.")
  int draw(
      @Parameters(arity = "0..1", paramLabel = "FLOW", description = "all where none is named")
          String name,
      @Option(names = "--lang", defaultValue = "en", description = "of the words: en or zh")
          String language,
      @Option(names = "--svg", paramLabel = "DIR", description = "writes FLOW.svg into this folder")
          Path pictures)
      throws IOException {
    var words = Language.parse(language);
    for (var flow : chosen(Flows.load(folder), name)) {
      if (pictures == null) {
        say(Mermaid.draw(flow, words));
      } else {
        var file = Files.createDirectories(pictures).resolve(flow.id() + ".svg");
        say(Files.writeString(file, Svg.draw(flow, words)).toString());
      }
    }
    return FINE;
  }

  private static List<Flow> chosen(Flows flows, String name) {
    if (name == null) {
      return flows.all();
    }
    var known = flows.all().stream().map(Flow::id).toList();
    return List.of(
        flows
            .flow(name)
            .orElseThrow(
                () -> new Invalid("flow", "is " + name + "; known: " + String.join(", ", known))));
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
  }
}
