package deskbell.bench;

import deskbell.answering.Answering;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.dialog.Dialogue;
import deskbell.knowledge.Article;
import deskbell.knowledge.quality.JudgedQuestion;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what the bot does with a first message: whether it tells the right article, starts the
 * right flow, asks, gives up or errs. Nothing is stored. Blocks; one thread.
 */
public final class AnswersBench {
  private static final int LIMIT_SECONDS = 30;
  private static final String CONTACT_HUMAN = "contact_human";

  private final Answering answering;
  private final Dialogue dialogue;
  private final Map<String, Optional<String>> intents;

  /** Measures this answering, with these articles and flows behind it. */
  public AnswersBench(Answering answering, Dialogue dialogue, Collection<Article> articles) {
    this.answering = answering;
    this.dialogue = dialogue;
    intents =
        articles.stream().collect(Collectors.toMap(Article::id, Article::intent, (a, _) -> a));
  }

  /** A text with the intent that it has. */
  public record Utterance(String text, Language language, String intent) {}

  /** How well a message was met. */
  enum Met {
    RIGHT,
    /** Asked which is meant, the right one among them; or at all, where nothing is right. */
    ASKED,
    /** Said that it does not know, or fetched a person. */
    GAVE_UP,
    WRONG
  }

  /** The figures of questions: a line for those that an article answers, and for the others. */
  public List<String> questions(Collection<JudgedQuestion> questions) throws TimeoutException {
    var groups = new TreeMap<String, Map<Met, Integer>>();
    for (var question : questions) {
      var done = done(question.text(), question.language());
      var group = question.language().code() + (question.answerable() ? " answerable" : " others");
      count(groups, group, question.answerable() ? met(done, question.articles()) : met(done));
    }
    return lines(groups);
  }

  /** The figures of utterances, by what should answer them. */
  public List<String> utterances(Collection<Utterance> utterances) throws TimeoutException {
    var groups = new TreeMap<String, Map<Met, Integer>>();
    for (var utterance : utterances) {
      var done = done(utterance.text(), utterance.language());
      var group = utterance.language().code() + " " + group(utterance.intent());
      count(groups, group, met(done, utterance.intent()));
    }
    return lines(groups);
  }

  /** The figures of all utterances together, in one line. */
  public String together(Collection<Utterance> utterances) throws TimeoutException {
    var groups = new TreeMap<String, Map<Met, Integer>>();
    for (var utterance : utterances) {
      count(groups, "all", met(done(utterance.text(), utterance.language()), utterance.intent()));
    }
    return lines(groups).getFirst();
  }

  private Done done(String text, Language language) throws TimeoutException {
    var turn =
        new Turn(
            ConversationId.random(),
            1,
            1,
            1,
            new Ask.Say(text),
            language,
            Optional.empty(),
            "bench",
            Memory.EMPTY,
            List.of());
    return Done.of(answering.answer(turn).await(LIMIT_SECONDS, TimeUnit.SECONDS));
  }

  private String group(String intent) {
    if (intent.equals(IntentScore.OUT_OF_SCOPE)) {
      return "out of scope";
    }
    if (!dialogue.flowsFor(intent).isEmpty()) {
      return "flows";
    }
    return intents.containsValue(Optional.of(intent)) ? "articles" : "talk and people";
  }

  /** A question that nothing answers. */
  private static Met met(Done done) {
    return switch (done) {
      case Done.Nothing _, Done.Person _, Done.Talk _ -> Met.RIGHT;
      case Done.Asked _ -> Met.ASKED;
      case Done.Told _, Done.Started _ -> Met.WRONG;
    };
  }

  /** A question that these articles answer, or the flows that serve the same. */
  private Met met(Done done, List<String> articles) {
    var flows =
        articles.stream()
            .flatMap(id -> intents.get(id).stream())
            .flatMap(intent -> dialogue.flowsFor(intent).stream())
            .collect(Collectors.toSet());
    return met(done, Set.copyOf(articles), flows);
  }

  private Met met(Done done, String intent) {
    if (intent.equals(IntentScore.OUT_OF_SCOPE)) {
      return met(done);
    }
    if (intent.equals(CONTACT_HUMAN) && done instanceof Done.Person) {
      return Met.RIGHT;
    }
    var articles =
        intents.entrySet().stream()
            .filter(entry -> entry.getValue().equals(Optional.of(intent)))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    var flows = dialogue.flowsFor(intent);
    return articles.isEmpty() && flows.isEmpty() && done instanceof Done.Talk
        ? Met.RIGHT
        : met(done, articles, flows);
  }

  private static Met met(Done done, Set<String> articles, Set<String> flows) {
    return switch (done) {
      case Done.Told(var id) -> articles.contains(id) ? Met.RIGHT : Met.WRONG;
      case Done.Started(var id) -> flows.contains(id) ? Met.RIGHT : Met.WRONG;
      case Done.Asked(var choices) -> offers(choices, articles, flows) ? Met.ASKED : Met.WRONG;
      case Done.Nothing _, Done.Person _ -> Met.GAVE_UP;
      case Done.Talk _ -> Met.WRONG;
    };
  }

  private static boolean offers(List<String> choices, Set<String> articles, Set<String> flows) {
    return Stream.concat(
            articles.stream().map(id -> "article:" + id), flows.stream().map(id -> "flow:" + id))
        .anyMatch(choices::contains);
  }

  private static void count(Map<String, Map<Met, Integer>> groups, String group, Met met) {
    groups.computeIfAbsent(group, _ -> new EnumMap<>(Met.class)).merge(met, 1, Integer::sum);
  }

  private static List<String> lines(Map<String, Map<Met, Integer>> groups) {
    return groups.entrySet().stream().map(group -> line(group.getKey(), group.getValue())).toList();
  }

  private static String line(String group, Map<Met, Integer> counts) {
    var all = counts.values().stream().mapToInt(count -> count).sum();
    return Stream.of(Met.values())
        .map(
            met ->
                String.format(
                    Locale.ROOT,
                    "%s %.3f",
                    met.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    counts.getOrDefault(met, 0) / (double) all))
        .collect(Collectors.joining(", ", group + ", " + all + ": ", ""));
  }
}
