package deskbell;

import deskbell.answering.GroundedSpeaker;
import deskbell.answering.NeuralWriter;
import deskbell.answering.WareNames;
import deskbell.bench.AnswersBench;
import deskbell.bench.RepliesBench;
import deskbell.bench.ReplyPrompt;
import deskbell.conversation.Language;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.neural.NeuralModel;
import deskbell.neural.NeuralService;
import deskbell.neural.NeuralSettings;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.shop.demo.DemoOrders;
import deskbell.training.Corpus;
import deskbell.understanding.ModelDirectory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench replies}: how often the model's words are said, and what they invent. */
@Command(
    name = "replies",
    description = "Measures how often answers are said shorter, and counts invented facts.",
    mixinStandardHelpOptions = true)
final class BenchRepliesCommand implements Callable<Integer> {
  /** Of what is asked, one part in so many is about orders, and one is small talk. */
  private static final int PART = 5;

  @Spec CommandSpec spec;

  @Mixin ModelOption model = new ModelOption();

  @Mixin RecordOption record = new RecordOption();

  @Option(
      names = "--articles",
      defaultValue = "knowledge-base",
      paramLabel = "FOLDER",
      description = "what is asked about; ${DEFAULT-VALUE}")
  Path articles;

  @Option(
      names = "--corpus",
      defaultValue = "src/main/corpus",
      paramLabel = "FOLDER",
      description = "whose LANGUAGE/talk.jsonl holds small talk; ${DEFAULT-VALUE}")
  Path corpus;

  @Option(names = "--prompts", defaultValue = "1000", description = "how many; ${DEFAULT-VALUE}")
  int prompts;

  @Override
  public Integer call() {
    BenchCommand.needsTransformer(model.folder);
    var wares = new ShopWares();
    wares.changed(DemoCatalogue.read());
    var out = spec.commandLine().getOut();
    try (var lines = record.lines("bench replies", out::println);
        var service = new NeuralService(NeuralModel.open(model.folder), NeuralSettings.DEFAULTS)) {
      var speaker =
          new GroundedSpeaker(
              new NeuralWriter(service), new WareNames(wares), Double.NEGATIVE_INFINITY);
      new RepliesBench(speaker, prompts())
          .lines(ModelDirectory.of(model.folder).speaksFrom())
          .forEach(lines);
    }
    return 0;
  }

  private List<ReplyPrompt> prompts() {
    int part = prompts / PART;
    var all = new ArrayList<ReplyPrompt>();
    all.addAll(ReplyPrompt.ofOrders(DemoOrders.read(LocalDate.now(ZoneOffset.UTC)), part));
    all.addAll(ReplyPrompt.ofTalk(talk(), part));
    all.addAll(
        ReplyPrompt.ofArticles(ArticleFolder.read(articles).articles(), prompts - all.size()));
    return all;
  }

  private List<AnswersBench.Utterance> talk() {
    var files =
        Arrays.stream(Language.values())
            .map(language -> corpus.resolve(language.code()).resolve("talk.jsonl"))
            .toList();
    return Corpus.read(files).stream()
        .map(
            example ->
                new AnswersBench.Utterance(example.text(), example.language(), example.intent()))
        .toList();
  }
}
