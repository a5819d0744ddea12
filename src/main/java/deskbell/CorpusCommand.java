package deskbell;

import deskbell.training.Corpus;
import deskbell.training.CorpusCheck;
import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code corpus}: what examples hold before anything is trained on them. */
@Command(
    name = "corpus",
    description =
        "Counts examples by intent, names those that are unfit to learn or measure by, and writes"
            + " what may be trained on.",
    mixinStandardHelpOptions = true)
final class CorpusCommand implements Callable<Integer> {
  @Option(
      names = "--examples",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "what is to be trained on; files named below are left out of folders named here")
  List<Path> examples;

  @Option(
      names = "--validation",
      arity = "1..*",
      paramLabel = "FILE",
      description = "what is to be chosen by")
  List<Path> validation = List.of();

  @Option(
      names = "--held-out",
      arity = "1..*",
      paramLabel = "FILE",
      description = "what is to be measured on")
  List<Path> heldOut = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "JSON lines: the examples without doubles and without what is chosen by or measured on,"
              + " personal data in transcripts as placeholders")
  Optional<Path> out;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var others = Stream.of(validation, heldOut).flatMap(List::stream).toList();
    var read = Corpus.readWithout(others, examples);
    var chosenBy = Corpus.read(validation);
    var measured = Corpus.read(heldOut);
    var given = new CorpusSplit(read, chosenBy, 0, 0);
    CorpusCheck.balance(given).forEach(this::say);
    var problems = new CorpusCheck().problems(given, measured);
    problems.forEach(this::say);
    if (out.isPresent()) {
      write(CorpusSplit.of(read, chosenBy, measured), out.get());
    }
    return problems.isEmpty() ? 0 : 1;
  }

  private void write(CorpusSplit split, Path file) throws IOException {
    Files.write(file, split.training().stream().map(Example::json).toList());
    say(
        "written to %s: %d examples; left out: %d that are measured on, %d doubled"
            .formatted(file, split.training().size(), split.leaked(), split.doubled()));
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
