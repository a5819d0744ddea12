package deskbell;

import deskbell.bench.ChatBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench chat}. */
@Command(
    name = "chat",
    description = "Messages a second, latency and memory of the real server, against bare ones.",
    mixinStandardHelpOptions = true)
final class BenchChatCommand implements Callable<Integer> {
  @Option(names = "--sockets", defaultValue = "64", description = "sockets that talk at once")
  int sockets;

  @Option(
      names = "--answers",
      defaultValue = "20000",
      description = "answers given at least before the speed is measured")
  int answers;

  @Option(
      names = "--settle",
      defaultValue = "10",
      description = "minutes at most until the server's compiler has settled, before that, too")
  int settle;

  @Option(names = "--rate", defaultValue = "300", description = "messages/s of the latency figures")
  int rate;

  @Option(names = "--idle", defaultValue = "10000", description = "sockets that only stay open")
  int idle;

  @Option(
      names = "--seconds",
      defaultValue = "15",
      description = "seconds measured for each figure")
  int seconds;

  @Option(
      names = "--voters",
      defaultValue = "linear",
      description = "who says what a message means, as for serve")
  String voters;

  @Option(
      names = "--corpus",
      defaultValue = "src/main/corpus",
      description = "folder of the corpus that shoppers speak from")
  Path corpus;

  @Override
  public Integer call() throws Exception {
    var warmUp = Duration.ofSeconds(Math.max(1, seconds / 2));
    var plan =
        new ChatBench.Plan(
            sockets,
            answers,
            Duration.ofMinutes(settle),
            rate,
            idle,
            voters,
            warmUp,
            Duration.ofSeconds(seconds));
    new ChatBench(plan, corpus, System.out).run();
    return 0;
  }
}
