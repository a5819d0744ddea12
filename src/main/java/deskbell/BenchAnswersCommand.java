package deskbell;

import deskbell.bench.AnswersBench;
import deskbell.conversation.CallResult;
import deskbell.conversation.Language;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.knowledge.quality.JudgedQuestion;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench answers}: what the bot does with questions and utterances. */
@Command(
    name = "answers",
    description = "Measures what the bot does with first messages that it has not learnt from.",
    mixinStandardHelpOptions = true)
final class BenchAnswersCommand implements Callable<Integer> {
  private static final int CLOSE_SECONDS = 10;
  private static final CallResult CLOSED = new CallResult("unavailable", Map.of());

  @Spec CommandSpec spec;

  @Option(
      names = "--corpus",
      defaultValue = "src/main/corpus",
      paramLabel = "DIR",
      description = "folder of questions and utterances")
  Path corpus;

  @Option(
      names = "--part",
      defaultValue = "calibration",
      description = "of the questions: calibration or test; ${DEFAULT-VALUE}")
  String part;

  @Option(
      names = "--utterances",
      defaultValue = "validation",
      description = "validation or held-out; ${DEFAULT-VALUE}")
  String utterances;

  @Mixin Settings settings = new Settings();

  @Override
  public Integer call() throws Exception {
    var vertx = Vertx.vertx();
    var library = Library.of(ArticleFolder.read(settings.knowledgeBase).articles());
    var dialogue = new FlowDialogue(Flows.load(settings.dialogFlows));
    try (var searcher =
            Searcher.open(
                KnowledgeSettings.DEFAULTS, library, SynonymFiles.read(settings.knowledgeBase));
        var understanding = Understanding.open(settings.model, settings.voters)) {
      var bot =
          new Bot(
              vertx,
              settings,
              understanding.skills(),
              understanding,
              searcher,
              dialogue,
              (_, _, _, _) -> Future.succeededFuture(CLOSED),
              settings::hours,
              settings.clock());
      measure(new AnswersBench(bot.answering(), dialogue, library.all()));
      bot.worker().close();
    } finally {
      vertx.close().await(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
    return 0;
  }

  private void measure(AnswersBench bench) throws Exception {
    var questions = new ArrayList<JudgedQuestion>();
    for (var language : Language.values()) {
      var code = language.code();
      questions.addAll(
          JudgedQuestion.read(corpus.resolve("questions").resolve(code + "-" + part + ".jsonl")));
    }
    var out = spec.commandLine().getOut();
    print(out, "questions, " + part, bench.questions(questions));
    print(
        out,
        "utterances, " + utterances,
        bench.utterances(BenchUtterances.read(corpus, utterances)));
  }

  private static void print(PrintWriter out, String title, List<String> lines) {
    out.println(title);
    lines.forEach(line -> out.println("  " + line));
  }
}
