package deskbell;

import deskbell.bench.KnowledgeBench;
import deskbell.conversation.Invalid;
import deskbell.knowledge.KnowledgeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench knowledge}: how good and how fast retrieval is. */
@Command(
    name = "knowledge",
    description = "Measures retrieval on questions that are not in the articles.",
    mixinStandardHelpOptions = true)
final class BenchKnowledgeCommand implements Callable<Integer> {
  private static final List<String> PARTS = List.of("calibration", "test");

  @Spec CommandSpec spec;

  @Option(names = "--articles", defaultValue = "knowledge-base", paramLabel = "DIR")
  Path articles;

  @Option(names = "--questions", defaultValue = "src/main/corpus/questions", paramLabel = "DIR")
  Path questions;

  @Option(
      names = "--part",
      defaultValue = "calibration",
      description =
          "calibration, or test, which nothing may be tuned on; default: ${DEFAULT-VALUE}")
  String part;

  @Override
  public Integer call() {
    if (!PARTS.contains(part)) {
      throw new Invalid("--part", "is " + part + "; known: calibration, test");
    }
    try (var understanding = Understanding.open(Optional.empty())) {
      new KnowledgeBench(articles, questions, part, understanding, KnowledgeSettings.THRESHOLD)
          .run()
          .forEach(spec.commandLine().getOut()::println);
    }
    return 0;
  }
}
