package deskbell;

import deskbell.bench.ConsoleBench;
import deskbell.conversation.Invalid;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench console}. */
@Command(
    name = "console",
    description = "How long agents and editors wait for a page of a long list or a search.",
    mixinStandardHelpOptions = true)
final class BenchConsoleCommand implements Callable<Integer> {
  @Option(
      names = "--articles",
      defaultValue = "10000",
      description = "articles in each language; ${DEFAULT-VALUE}")
  int articles;

  @Option(
      names = "--conversations",
      split = ",",
      defaultValue = "10000,100000",
      paramLabel = "N",
      description = "conversations at each measuring; ${DEFAULT-VALUE}")
  List<Integer> conversations;

  @Option(
      names = "--requests",
      defaultValue = "100",
      description = "of each page; ${DEFAULT-VALUE}")
  int requests;

  @Override
  public Integer call() throws Exception {
    if (articles < 1 || requests < 1 || conversations.stream().anyMatch(count -> count < 1)) {
      throw new Invalid("--articles, --conversations, --requests", "must be positive");
    }
    var plan = new ConsoleBench.Plan(articles, conversations, requests);
    new ConsoleBench(plan, System.out).run();
    return 0;
  }
}
