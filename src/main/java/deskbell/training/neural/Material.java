package deskbell.training.neural;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.neural.Part;
import deskbell.neural.Placeholders;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.training.Example;
import deskbell.training.material.GroundedReplies;
import deskbell.training.material.GroundedReply;
import deskbell.training.material.Rewriting;
import deskbell.training.material.Rewritings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a Transformer learns beside intents: follow-ups, replies, the questions of articles.
 *
 * @param training pairs to learn from
 * @param validation pairs to choose by
 */
public record Material(List<Pair> training, List<Pair> validation) {
  /** Nothing but intents. */
  public static final Material NONE = new Material(List.of(), List.of());

  private static final String TRAINING = "training";
  private static final String VALIDATION = "validation";

  /** Of the follow-ups, which say the same again and again, one in so many is read for its text. */
  private static final int READ_SHARE = 8;

  public Material {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * What stands in the folders {@code rewrite} and {@code replies} of a corpus, and in a folder of
   * articles; follow-ups are made of what is said in examples too. Blocks for the disk; a mistake
   * is {@link deskbell.conversation.Invalid}.
   */
  public static Material read(Path corpus, Path articles, List<Example> examples) {
    var all = ArticleFolder.read(articles).articles();
    var training = new ArrayList<Pair>();
    var validation = new ArrayList<Pair>();
    for (var language : Language.values()) {
      var own = all.stream().filter(article -> article.language() == language).toList();
      training.addAll(part(corpus, language, TRAINING, own, examples));
      validation.addAll(part(corpus, language, VALIDATION, own, List.of()));
      own.stream().flatMap(Material::questions).forEach(training::add);
    }
    return new Material(training, validation);
  }

  private static List<Pair> part(
      Path corpus, Language language, String part, List<Article> articles, List<Example> examples) {
    var texts = articles.stream().collect(Collectors.toMap(Article::id, Article::answer));
    Function<String, Optional<String>> answers = id -> Optional.ofNullable(texts.get(id));
    var replies = new GroundedReplies(language, answers);
    var pairs = new ArrayList<Pair>();
    BiFunction<Path, Language, List<Rewriting>> rewritings =
        (file, own) ->
            part.equals(TRAINING)
                ? Rewritings.learnt(file, own, examples)
                : Rewritings.read(file, own, Rewritings.MEASURED);
    pairs.addAll(read(corpus, "rewrite", language, part, rewritings, Material::pairs));
    pairs.addAll(
        read(corpus, "replies", language, part, (file, _) -> replies.read(file), Material::pairs));
    return pairs;
  }

  private static <T> List<Pair> read(
      Path corpus,
      String folder,
      Language language,
      String part,
      BiFunction<Path, Language, List<T>> reading,
      Function<T, Stream<Pair>> pairs) {
    var file = corpus.resolve(folder).resolve(language.code() + "-" + part + ".jsonl");
    return Files.exists(file)
        ? reading.apply(file, language).stream().flatMap(pairs).distinct().toList()
        : List.of();
  }

  private static Stream<Pair> pairs(Rewriting rewriting) {
    var revision =
        rewriting
            .revision()
            .orElseThrow(() -> new Invalid("alone", "holds a value nobody said: " + rewriting));
    return Stream.of(new Pair(Task.REWRITE, rewriting.followUp().prompt(), revision.parts()));
  }

  /** The reply from its question, and the question from what answers it. */
  private static Stream<Pair> pairs(GroundedReply reply) {
    var question = PlainText.of(reply.question());
    // facts and replies keep their case: people read them
    var facts = Placeholders.of(reply.read());
    var safe = facts.hide(reply.reply()).orElseThrow();
    var grounds = Prompt.of(PlainText.of(String.join(" ", reply.grounds())));
    return Stream.of(
        Pair.plain(Task.REPLY, new Prompt(question, List.of(), facts.facts()), safe),
        Pair.plain(Task.QUESTION, grounds, question));
  }

  private static Stream<Pair> questions(Article article) {
    var prompt = Prompt.of(PlainText.of(article.answer()));
    return Stream.concat(Stream.of(article.question()), article.also().stream())
        .map(question -> Pair.plain(Task.QUESTION, prompt, PlainText.of(question)));
  }

  /** Every whole text in what is learnt; of follow-ups one in {@link #READ_SHARE}. */
  Stream<String> texts() {
    return IntStream.range(0, training.size())
        .filter(i -> training.get(i).task() != Task.REWRITE || i % READ_SHARE == 0)
        .mapToObj(training::get)
        .flatMap(
            pair ->
                Stream.of(
                        List.of(pair.prompt().text()),
                        pair.answer().stream().filter(Part::isPlain).map(Part::text).toList(),
                        pair.prompt().history(),
                        pair.prompt().facts())
                    .flatMap(List::stream))
        .filter(text -> !text.isBlank());
  }
}
