package deskbell;

import deskbell.conversation.Invalid;
import deskbell.dialog.Flows;
import deskbell.rehearsal.crowd.Crowd;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench shoppers}: random shoppers, none of whom may get stuck. */
@Command(
    name = "shoppers",
    description = "Has random shoppers talk with the bot; fails where one of them gets stuck.",
    mixinStandardHelpOptions = true)
final class BenchShoppersCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int MOST_FAULTS = 5;
  private static final double NANOS = 1e9;

  @Spec CommandSpec spec;

  @Option(
      names = "--conversations",
      defaultValue = "20000",
      paramLabel = "N",
      description = "how many; ${DEFAULT-VALUE}")
  int conversations;

  @Option(names = "--seed", defaultValue = "1", description = "of all chance; ${DEFAULT-VALUE}")
  long seed;

  @Option(
      names = "--only",
      paramLabel = "NUMBER",
      description = "has this conversation alone and prints it")
  Optional<Integer> only;

  @Option(
      names = "--voters",
      split = ",",
      defaultValue = "linear,neighbours",
      paramLabel = "NAMES",
      description = "who says what a message means; ${DEFAULT-VALUE}")
  List<String> voters;

  @Option(names = "--flows", defaultValue = "dialog-flows", paramLabel = "DIR")
  Path flows;

  @Option(names = "--knowledge-base", defaultValue = "knowledge-base", paramLabel = "DIR")
  Path articles;

  @Override
  public Integer call() {
    if (conversations < 1) {
      throw new Invalid("--conversations", "is " + conversations + "; 1 at least");
    }
    try (var studio =
        Studio.open(
            Flows.load(flows),
            articles,
            clock -> Understanding.open(Optional.empty(), voters, clock))) {
      var crowd = studio.crowd();
      return only.map(number -> alone(crowd, number)).orElseGet(() -> all(crowd));
    }
  }

  private int alone(Crowd crowd, int number) {
    var run = crowd.run(seed, number);
    print(number, run);
    return run.fault().isPresent() ? FAILED : 0;
  }

  private int all(Crowd crowd) {
    var figures = new Figures();
    var start = System.nanoTime();
    int faults = 0;
    for (int number = 0; number < conversations && faults < MOST_FAULTS; number++) {
      var run = crowd.run(seed, number);
      figures.add(run);
      if (run.fault().isPresent()) {
        faults++;
        print(number, run);
      }
    }
    figures.print(out(), (System.nanoTime() - start) / NANOS);
    out().println(faults + " conversations in which somebody got stuck, seed " + seed);
    return faults == 0 ? 0 : FAILED;
  }

  private void print(int number, Crowd.Run run) {
    out().println("seed " + seed + ", conversation " + number + ":");
    run.transcript().forEach(line -> out().println("  " + line));
    run.fault().ifPresent(fault -> out().println("  !! " + fault));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** What all conversations came to. */
  private static final class Figures {
    private int conversations;
    private long turns;
    private long calls;
    private long ended;
    private int persons;
    private int longest;

    void add(Crowd.Run run) {
      conversations++;
      turns += run.turns();
      calls += run.calls();
      ended += run.ended();
      persons += run.person() ? 1 : 0;
      longest = Math.max(longest, run.longest());
    }

    void print(PrintWriter out, double seconds) {
      out.println(
          String.format(
              Locale.ROOT,
              "%d conversations, %d turns in %.0f s; %d calls of the shop, %d flows ended, %d"
                  + " conversations with a person, %d turns in a row at most without an answer, an"
                  + " end or a person",
              conversations,
              turns,
              seconds,
              calls,
              ended,
              persons,
              longest));
    }
  }
}
