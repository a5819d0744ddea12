package deskbell;

import deskbell.dialog.Flows;
import deskbell.rehearsal.crowd.Crowd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench dialog}: what deciding costs, and how large a conversation's state becomes. */
@Command(
    name = "dialog",
    description = "Measures deciding alone, with few flows and with many, and the state's size.",
    mixinStandardHelpOptions = true)
final class BenchDialogCommand implements Callable<Integer> {
  private static final int LONG = 50;
  private static final int LONG_ONES = 50;
  private static final long SEED = 1;

  @Spec CommandSpec spec;

  @Option(names = "--flows", defaultValue = "dialog-flows", paramLabel = "DIR")
  Path flows;

  @Option(names = "--knowledge-base", defaultValue = "knowledge-base", paramLabel = "DIR")
  Path articles;

  @Override
  public Integer call() throws Exception {
    try (var studio =
        Studio.open(
            Flows.load(flows),
            articles,
            clock -> Understanding.open(Optional.empty(), List.of("linear"), clock))) {
      studio.bench(flows).run().forEach(this::say);
      say(states(studio.crowd()));
    }
    return 0;
  }

  /** The state of conversations that went on and on, as it is stored. */
  private static String states(Crowd crowd) {
    var sizes =
        IntStream.iterate(0, number -> number + 1)
            .mapToObj(number -> crowd.run(SEED, number))
            .filter(run -> run.turns() >= LONG)
            .limit(LONG_ONES)
            .map(run -> Studio.written(run.memory()).getBytes(StandardCharsets.UTF_8).length)
            .sorted()
            .toList();
    return String.format(
        Locale.ROOT,
        "state of a conversation of %d turns or more: %d bytes in the middle, %d at most",
        LONG,
        sizes.get(sizes.size() / 2),
        sizes.getLast());
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
