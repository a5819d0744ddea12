package deskbell.answering;

import deskbell.conversation.Ask;
import deskbell.conversation.Handover;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import deskbell.conversation.Understood;
import deskbell.dialog.Act;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Heard;
import deskbell.dialog.Outcome;
import deskbell.knowledge.Passage;
import deskbell.understanding.Languages;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a turn: the order of decisions, and the play of what was decided. Stores nothing; any
 * thread, the futures complete on the caller's context.
 */
public final class Answering {
  private final Thinking thinking;
  private final Dialogue dialogue;
  private final FlowPlayer player;
  private final Decider decider;
  private final AnsweringSettings settings;
  private final Clock clock;

  /** Answers by thinking, flows and the shop; the day is that of the clock and its zone. */
  public Answering(
      Thinking thinking,
      Dialogue dialogue,
      FlowPlayer player,
      AnsweringSettings settings,
      Clock clock) {
    this.thinking = thinking;
    this.dialogue = dialogue;
    this.player = player;
    this.decider = new Decider(dialogue, settings);
    this.settings = settings;
    this.clock = clock;
  }

  /** The answer to a turn. Fails only where thinking fails; see {@link #apology}. */
  public Future<Answer> answer(Turn turn) {
    return thinking
        .about(turn.ask().text(), history(turn), spoken(turn))
        .compose(
            thought -> {
              var message = new Message(turn, heard(turn, thought), thought.passages());
              Explanation.of(thought).forEach(message.draft()::because);
              return decide(message);
            })
        .map(Draft::finished);
  }

  /**
   * What is said where an answer could not be found for a fault of ours; remembers all as it was.
   */
  public Answer apology(Turn turn, String cause) {
    var reply = Phrases.withPerson("failed", turn.locale());
    return new Answer(List.of(reply), turn.memory(), Optional.empty(), List.of("failed: " + cause));
  }

  /** A turn with all that was thought about it, and the answer that is being written. */
  private record Message(Turn turn, Heard heard, List<Passage> passages, Draft draft) {
    Message(Turn turn, Heard heard, List<Passage> passages) {
      this(turn, heard, passages, new Draft(turn.memory()));
    }

    Understood understood() {
      return heard.understood();
    }

    Language language() {
      return heard.understood().language();
    }

    boolean flowOpen() {
      return !draft.dialog().flows().isEmpty();
    }
  }

  /**
   * What a message may refer to: what the shopper said last, unless it is long past. In an open
   * flow it answers the flow's question instead.
   */
  private List<String> history(Turn turn) {
    if (!(turn.ask() instanceof Ask.Say) || !turn.memory().dialog().flows().isEmpty()) {
      return List.of();
    }
    return turn.said(clock.instant().minus(settings.followUpWithin()), settings.historyTurns());
  }

  /** The language that the conversation is held in: the bot's last words', else the widget's. */
  private static Language spoken(Turn turn) {
    return turn.recent().reversed().stream()
        .filter(message -> message.from() == Sender.BOT)
        .findFirst()
        .map(message -> Languages.of(message.text(), Optional.of(turn.locale())))
        .orElse(turn.locale());
  }

  private Heard heard(Turn turn, Thinking.Thought thought) {
    var chosen =
        turn.ask() instanceof Ask.Choose(_, var value, _)
            ? Optional.of(value)
            : Optional.<String>empty();
    return new Heard(thought.understood(), chosen, turn.identity(), ZonedDateTime.now(clock));
  }

  private Future<Draft> decide(Message message) {
    if (message.turn().ask() instanceof Ask.Human) {
      return play(new Decision.Person("asked"), message);
    }
    return message
        .heard()
        .chosen()
        .map(value -> chosen(value, message))
        .orElseGet(() -> heardWords(message));
  }

  private Future<Draft> heardWords(Message message) {
    return decider
        .first(message.turn().ask().text(), message.understood(), message.flowOpen())
        .map(decision -> play(decision, message))
        .orElseGet(() -> message.flowOpen() ? continueFlow(message) : compare(message));
  }

  private Future<Draft> chosen(String value, Message message) {
    message.draft().because("chosen: " + value);
    if (value.startsWith(Decider.FLOW)) {
      var start = new Decision.Start(value.substring(Decider.FLOW.length()));
      return askedAbout(message).compose(asked -> play(start, asked));
    }
    if (value.startsWith(Decider.ARTICLE)) {
      return thinking
          .article(value.substring(Decider.ARTICLE.length()), message.language())
          .compose(
              article ->
                  play(
                      article.<Decision>map(Decision.Tell::new).orElseGet(Decision.Unknown::new),
                      message));
    }
    return switch (value) {
      case Decider.PERSON -> play(new Decision.Person("asked"), message);
      case Decider.NONE -> play(new Decision.NoneOfThese(), message);
      default -> message.flowOpen() ? continueFlow(message) : compare(message);
    };
  }

  /** The words that a choice was offered for: they may bring what the chosen flow needs. */
  private Future<Message> askedAbout(Message choice) {
    var turn = choice.turn();
    return turn.recent().reversed().stream()
        .filter(message -> message.from() == Sender.SHOPPER && !message.text().isBlank())
        .findFirst()
        .map(
            asked ->
                thinking
                    .about(asked.text(), List.of(), choice.language())
                    .map(
                        thought ->
                            new Message(
                                turn, heard(turn, thought), thought.passages(), choice.draft())))
        .orElseGet(() -> Future.succeededFuture(choice));
  }

  private Future<Draft> continueFlow(Message message) {
    var outcome = dialogue.hear(message.draft().dialog(), message.heard());
    if (outcome.acts().stream().noneMatch(Act.NotForMe.class::isInstance)) {
      message.draft().because("the open flow goes on");
      return play(outcome, message);
    }
    message.draft().because("not for the open flow");
    return digress(message);
  }

  /** Answers something else in the middle of a flow and comes back, or counts a miss. */
  private Future<Draft> digress(Message message) {
    var draft = message.draft();
    return switch (compared(message)) {
      case Decision.Tell(var passage) -> {
        draft.because("answers from " + passage.id());
        yield tell(passage, message).compose(_ -> remind(message));
      }
      case Decision.Talk(var intent) -> talk(intent, message).compose(_ -> remind(message));
      case Decision.Person(var reason) -> play(handOver(reason, message), message);
      case Decision.Start(var flow) -> {
        draft.because("starts another flow: " + flow);
        yield play(dialogue.start(draft.dialog(), flow, message.heard()), message);
      }
      case Decision.Clarify _, Decision.Unknown _, Decision.NoneOfThese _, Decision.Stop _ ->
          play(dialogue.missed(draft.dialog(), message.heard()), message);
    };
  }

  private Future<Draft> remind(Message message) {
    return play(dialogue.remind(message.draft().dialog(), message.heard()), message);
  }

  private Future<Draft> play(Outcome outcome, Message message) {
    return player.play(message.turn(), message.heard(), outcome, message.draft());
  }

  /** Tells what an article holds; an article that was chosen, in its own words. */
  private Future<Draft> tell(Passage passage, Message message) {
    var told = Phrases.told(passage);
    return message.turn().ask() instanceof Ask.Say
        ? shorter(Speaker.Kind.FACTS, told, message)
        : said(message.draft(), told);
  }

  private Future<Draft> talk(String intent, Message message) {
    return shorter(Speaker.Kind.TALK, Phrases.plain(intent, message.language()), message);
  }

  private Future<Draft> shorter(Speaker.Kind kind, Reply reply, Message message) {
    return thinking
        .words(kind, message.understood().text(), reply.text())
        .map(
            spoken -> {
              spoken.line().ifPresent(message.draft()::because);
              return message.draft().say(Phrases.inOtherWords(reply, spoken));
            });
  }

  private Outcome handOver(String reason, Message message) {
    return new Outcome(
        message.draft().dialog(), List.of(new Act.HandOver(new Handover(reason, Map.of()))));
  }

  private Future<Draft> compare(Message message) {
    return play(compared(message), message);
  }

  private Decision compared(Message message) {
    var decision =
        decider.compare(
            message.understood(), message.passages(), message.turn().memory().offered());
    message.draft().because("compared: " + decision.getClass().getSimpleName());
    return decision;
  }

  private Future<Draft> play(Decision decision, Message message) {
    var draft = message.draft();
    var language = message.language();
    return switch (decision) {
      case Decision.Person(var reason) -> play(handOver(reason, message), message);
      case Decision.Start(var flow) ->
          play(dialogue.start(draft.dialog(), flow, message.heard()), message);
      case Decision.Tell(var passage) -> tell(passage, message);
      case Decision.Talk(var intent) -> talk(intent, message);
      case Decision.Stop() -> {
        draft.dialog(draft.dialog().in(List.of()));
        yield said(draft, Phrases.plain("stopped", language));
      }
      case Decision.Clarify(var readings) ->
          said(draft.offered(readings), Phrases.which(readings, language));
      case Decision.NoneOfThese() -> said(draft, Phrases.withPerson("not_these", language));
      case Decision.Unknown() -> unknown(message);
    };
  }

  private Future<Draft> unknown(Message message) {
    var misses = message.turn().memory().misses() + 1;
    if (misses >= settings.missesBeforePerson()) {
      return play(new Decision.Person("not_understood"), message);
    }
    return said(message.draft().misses(misses), Phrases.withPerson("unknown", message.language()));
  }

  private static Future<Draft> said(Draft draft, Reply reply) {
    return Future.succeededFuture(draft.say(reply));
  }
}
