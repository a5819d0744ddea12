package deskbell;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.Article;
import deskbell.knowledge.Library;
import deskbell.knowledge.Problem;
import deskbell.knowledge.files.ArticleChecks;
import deskbell.knowledge.files.ArticleCsv;
import deskbell.knowledge.files.ArticleFiles;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.knowledge.ranking.Topics;
import deskbell.training.retrieval.RerankFit;
import deskbell.training.retrieval.RetrievalTrainer;
import deskbell.understanding.SkillDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code knowledge check|import|export|fit}: articles in and out, and what retrieval learns. */
@Command(
    name = "knowledge",
    description = "Checks articles, brings them in and out, and fits retrieval.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "check|import|export|fit")
final class KnowledgeCommand implements Runnable {
  private static final int FINE = 0;
  private static final int FAILED = 1;
  private static final String CSV = ".csv";

  @Spec CommandSpec spec;

  @Option(
      names = "--articles",
      description = "the folder of articles and synonyms; ${DEFAULT-VALUE}",
      paramLabel = "DIR",
      defaultValue = "knowledge-base",
      scope = ScopeType.INHERIT)
  Path folder;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say check, import, export or fit");
  }

  @Command(description = "Prints every problem of the articles with its place.")
  int check() {
    SynonymFiles.read(folder);
    var read = ArticleFolder.read(folder);
    var problems =
        ArticleChecks.of(
            read, Topics.shipped(Language.EN).names(), LocalDate.now(ZoneId.systemDefault()));
    problems.forEach(this::print);
    var errors = problems.stream().filter(Problem::isError).count();
    var summary =
        "%d articles, %d errors, %d warnings"
            .formatted(read.articles().size(), errors, problems.size() - errors);
    (errors == 0 ? spec.commandLine().getOut() : spec.commandLine().getErr()).println(summary);
    return errors == 0 ? FINE : FAILED;
  }

  @Command(
      name = "import",
      description = "Writes the articles of a CSV file or a folder into the folder of articles.")
  int bringIn(
      @Parameters(paramLabel = "FILE|FOLDER") Path source,
      @Option(names = "--replace", description = "also those that are there already")
          boolean replace) {
    var read = source.toString().endsWith(CSV) ? table(source) : files(source);
    var files = ArticleFiles.in(folder);
    read.problems().forEach(this::print);
    var written = 0;
    var failed = read.problems().stream().anyMatch(Problem::isError);
    for (var article : read.articles()) {
      if (Files.exists(files.file(article.key())) && !replace) {
        print(Problem.error(source.toString(), 0, 0, article.key() + " exists; see --replace"));
        failed = true;
      } else {
        files.write(article);
        written++;
      }
    }
    say(written + " articles written to " + folder);
    return failed ? FAILED : FINE;
  }

  @Command(
      description = {
        "Writes the articles in force, editors' changes included, into a CSV file or a folder.",
        "Into the folder of articles itself: editors' changes become files there."
      })
  int export(
      @Parameters(paramLabel = "FILE|FOLDER") Path target,
      @Option(
              names = "--database",
              defaultValue = "embedded",
              paramLabel = "ADDRESS",
              description = "of the editors' changes: embedded, or postgresql://…")
          String database,
      @Option(
              names = "--data",
              defaultValue = "data",
              paramLabel = "DIR",
              description = "folder of the embedded database")
          Path data)
      throws IOException {
    var read = ArticleFolder.read(folder);
    read.problems().forEach(this::print);
    var edits = StoredEdits.read(database, data);
    var inForce = Library.of(read.articles(), edits.articles().articles()).all();
    if (target.toString().endsWith(CSV)) {
      Files.writeString(target, ArticleCsv.write(inForce));
      say(inForce.size() + " articles written to " + target);
    } else {
      say(inForce.size() + " articles in force; " + written(inForce, edits, target));
    }
    return read.problems().stream().anyMatch(Problem::isError) ? FAILED : FINE;
  }

  private String written(Collection<Article> inForce, StoredEdits edits, Path target)
      throws IOException {
    var files = ArticleFiles.in(target);
    var written = inForce.stream().filter(files::write).count();
    var deleted =
        edits.articles().articles().entrySet().stream()
            .filter(edit -> edit.getValue().isEmpty() && files.delete(edit.getKey()))
            .count();
    for (var wording : edits.synonyms()) {
      Files.writeString(target.resolve(SynonymFiles.name(wording.language())), wording.text());
    }
    return "%d files written to %s, %d deleted".formatted(written, target, deleted);
  }

  @Command(
      description = {
        "Fits topics, ranking and confidence from articles, phrases, questions,",
        "and what the model's Transformer has to say about the order of the best."
      })
  int fit(
      @Option(names = "--corpus", defaultValue = "src/main/corpus", paramLabel = "DIR") Path corpus,
      @Option(
              names = "--out",
              defaultValue = "src/main/resources/deskbell/knowledge/ranking",
              paramLabel = "DIR")
          Path out,
      @Option(
              names = "--model",
              defaultValue = "src/main/model",
              paramLabel = "DIR",
              description = "understands the questions, and keeps what its Transformer counts")
          Path model)
      throws IOException {
    try (var understanding = Understanding.open(Optional.of(model))) {
      var fitted = new RetrievalTrainer(folder, corpus, understanding, out).run();
      fitted.model().made().forEach((key, value) -> say(key + ": " + value));
      if (understanding.scorer().isPresent()) {
        var reranking = RerankFit.of(fitted.contests(), understanding.scorer().get());
        SkillDirectory.writeReranking(model, reranking.weight());
        say("reranking: " + reranking);
      }
    }
    return FINE;
  }

  /** Articles with the problems of where they came from. */
  private record Source(List<Article> articles, List<Problem> problems) {}

  private static Source table(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Unavailable("articles: " + file + " is not a file");
    }
    var read = ArticleCsv.read(file);
    return new Source(read.articles(), read.problems());
  }

  private Source files(Path source) {
    if (source.toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize())) {
      throw new Invalid("folder", "is where the articles are: " + source);
    }
    var read = ArticleFolder.read(source);
    return new Source(read.articles(), read.problems());
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private void print(Problem problem) {
    spec.commandLine().getErr().println(problem);
  }
}
