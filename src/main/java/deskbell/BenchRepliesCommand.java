package deskbell;

import deskbell.answering.GroundedSpeaker;
import deskbell.answering.GroundedWriter;
import deskbell.answering.NeuralScorer;
import deskbell.answering.NeuralWriter;
import deskbell.answering.Speaker;
import deskbell.answering.WareNames;
import deskbell.answering.excerpt.Signs;
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
import deskbell.training.material.ReplyAccuracy;
import deskbell.training.material.ShortAnswer;
import deskbell.understanding.SkillDirectory;
import deskbell.understanding.SpeakingRule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
  private static final List<String> PARTS = List.of("validation", "held-out");

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

  @Option(
      names = "--prompts",
      defaultValue = "1000",
      paramLabel = "N",
      description = "how many, and questions of a part and language at most; ${DEFAULT-VALUE}")
  int prompts;

  @Override
  public Integer call() {
    BenchCommand.needsTransformer(model.folder);
    var wares = new ShopWares();
    wares.changed(DemoCatalogue.read());
    var out = spec.commandLine().getOut();
    var directory = SkillDirectory.of(model.folder);
    var rule = directory.speaking();
    try (var lines = record.lines("bench replies", out::println);
        var service = new NeuralService(NeuralModel.open(model.folder), NeuralSettings.PATIENT)) {
      var excerpts = new NeuralScorer(service).excerpts(directory.asked());
      var writer = new GroundedWriter(new NeuralWriter(service), new WareNames(wares));
      if (rule.isPresent()) {
        lines.accept("as the server speaks:");
        said(new GroundedSpeaker(excerpts, writer, rule.get()), lines);
      } else {
        lines.accept("the server says everything in full");
      }
      lines.accept("however unsure the model is:");
      said(new GroundedSpeaker(excerpts, writer, unsure(rule)), lines);
    }
    return 0;
  }

  /** Speaks always; without weights of the first part. */
  private static SpeakingRule unsure(Optional<SpeakingRule> rule) {
    var weights =
        rule.map(SpeakingRule::weights).orElseGet(() -> Collections.nCopies(Signs.COUNT, 0.0));
    return new SpeakingRule(weights, 0, Double.NEGATIVE_INFINITY);
  }

  private void said(Speaker speaker, Consumer<String> lines) {
    new RepliesBench(speaker, prompts()).lines().forEach(lines);
    for (var part : PARTS) {
      var all = ShortAnswer.part(corpus, part, articles);
      for (var language : Language.values()) {
        var answers =
            all.stream().filter(answer -> answer.language() == language).limit(prompts).toList();
        var accuracy = ReplyAccuracy.of(answers, speaker);
        lines.accept("  " + part + ", " + language.code() + ", " + accuracy);
      }
    }
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
