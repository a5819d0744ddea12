package deskbell.answering;

import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import deskbell.dialog.Act;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Outcome;
import deskbell.dialog.Pick;
import deskbell.dialog.Transition;
import deskbell.knowledge.Passage;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
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
  private final First first;
  private final AnsweringSettings settings;
  private final Listening listening;

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
    this.first = new First(decider, dialogue);
    this.settings = settings;
    this.listening = new Listening(thinking, settings, clock);
  }

  /** The answer to a turn. Fails only where thinking fails; see {@link #apology}. */
  public Future<Answer> answer(Turn turn) {
    return listening
        .to(turn)
        .compose(
            message ->
                decide(message)
                    .map(draft -> Repeats.mended(draft.finished(), turn, message.language())));
  }

  /**
   * What is said where an answer could not be found for a fault of ours; remembers all as it was.
   */
  public Answer apology(Turn turn, String cause) {
    var reply = Phrases.withPerson("failed", turn.locale());
    return new Answer(List.of(reply), turn.memory(), Optional.empty(), List.of("failed: " + cause));
  }

  private Future<Draft> decide(Hearing message) {
    if (message.turn().ask() instanceof Ask.Human) {
      return play(new Decision.Person("asked"), message);
    }
    return message
        .heard()
        .chosen()
        .map(value -> chosen(value, message))
        .orElseGet(() -> heardWords(message));
  }

  private Future<Draft> heardWords(Hearing message) {
    var memory = message.turn().memory();
    var pressing = first.of(message);
    if (pressing.isPresent()) {
      message.draft().because("comes first: " + pressing.get().getClass().getSimpleName());
      return play(pressing.get(), message);
    }
    return switch (Offers.picked(message)) {
      case Pick.One(var value) -> chosen(value, message);
      case Pick.None() -> chosen(Decider.NONE, message);
      case Pick.Unclear() when Offers.unasked(memory) ->
          said(
              Offers.numbered(memory.offered(), message.draft()),
              Phrases.whichNumber(memory.offered(), message.language()));
      case Pick.Unclear(), Pick.Nothing() -> goesOn(message);
    };
  }

  private Future<Draft> goesOn(Hearing message) {
    return message.flowOpen() ? continueFlow(message) : compare(message);
  }

  private Future<Draft> chosen(String value, Hearing message) {
    message.draft().because("chosen: " + value);
    if (value.startsWith(Decider.FLOW)) {
      var start = new Decision.Start(value.substring(Decider.FLOW.length()));
      return listening.askedAbout(message).compose(asked -> play(start, asked));
    }
    if (value.startsWith(Decider.ARTICLE)) {
      return thinking
          .article(value.substring(Decider.ARTICLE.length()), message.language())
          .compose(
              article ->
                  article
                      .map(passage -> done(tellWhole(passage, message)))
                      .orElseGet(() -> unknown(message)))
          .compose(draft -> message.flowOpen() ? remind(message) : done(draft));
    }
    return switch (value) {
      case Decider.PERSON ->
          message.flowOpen() && message.draft().dialog().flows().getLast().offersPerson()
              ? continueFlow(message)
              : play(new Decision.Person("asked"), message);
      case Decider.NONE ->
          play(new Decision.NoneOfThese(), message)
              .compose(draft -> message.flowOpen() ? remind(message) : done(draft));
      default -> goesOn(message);
    };
  }

  private Future<Draft> continueFlow(Hearing message) {
    var outcome = dialogue.hear(message.draft().dialog(), message.heard());
    if (outcome.acts().stream().noneMatch(Act.NotForMe.class::isInstance)) {
      message.draft().because("the open flow goes on");
      return play(outcome, message);
    }
    outcome.why().forEach(message.draft()::because);
    message.draft().because("not for the open flow");
    return digress(message);
  }

  /** Answers something else in the middle of a flow and comes back, or counts a miss. */
  private Future<Draft> digress(Hearing message) {
    var draft = message.draft();
    return switch (compared(message)) {
      case Decision.Tell(var passage, _) -> {
        draft.because("answers from " + passage.id());
        yield said(draft, Phrases.told(passage)).compose(_ -> remind(message));
      }
      case Decision.Talk(var intent) -> talk(intent, message).compose(_ -> remind(message));
      case Decision.Person(var reason) -> play(handOver(reason, message), message);
      case Decision.Start(var flow) -> {
        draft.because("starts another flow: " + flow);
        yield play(dialogue.start(draft.dialog(), flow, message.heard()), message);
      }
      case Decision.Clarify clarify
          when decider.certain(message.understood(), message.vouched(), message.passages()) ->
          play(clarify, message);
      case Decision.Clarify _, Decision.Unknown _, Decision.NoneOfThese _, Decision.Stop _ ->
          play(dialogue.missed(draft.dialog(), message.heard()), message);
    };
  }

  private Future<Draft> remind(Hearing message) {
    return play(dialogue.remind(message.draft().dialog(), message.heard()), message);
  }

  private Future<Draft> play(Outcome outcome, Hearing message) {
    return player.play(message.turn(), message.heard(), outcome, message.draft());
  }

  /**
   * Tells of an article what is asked for, and lets the shopper press for the whole of it where
   * that is a part. It is no question, so no words answer it: "ok, thanks" is thanks.
   */
  private Future<Draft> tell(Passage passage, List<Choice> errand, Hearing message) {
    var whole = Phrases.told(passage);
    return inOtherWords(Speaker.Kind.FACTS, whole, message)
        .map(
            reply -> {
              var choices = new ArrayList<>(errand);
              if (!reply.equals(whole)) {
                choices.add(Phrases.whole(passage, message.language()));
              }
              return message.draft().say(reply.with(choices)).offered(errand);
            });
  }

  /** Tells all of an article; what stood beside a part of it goes on being offered. */
  private static Draft tellWhole(Passage passage, Hearing message) {
    var turn = message.turn();
    var beside = Phrases.isWhole(turn.ask().text()) ? turn.memory().offered() : List.<Choice>of();
    return message.draft().say(Phrases.told(passage).with(beside)).offered(beside);
  }

  private Future<Draft> talk(String intent, Hearing message) {
    return inOtherWords(Speaker.Kind.TALK, Phrases.plain(intent, message.language()), message)
        .map(message.draft()::say);
  }

  private Future<Reply> inOtherWords(Speaker.Kind kind, Reply reply, Hearing message) {
    return thinking
        .words(kind, message.language(), message.understood().text(), reply.text())
        .map(
            spoken -> {
              spoken.line().ifPresent(message.draft()::because);
              return Phrases.inOtherWords(reply, spoken);
            });
  }

  private Outcome handOver(String reason, Hearing message) {
    return new Outcome(
        message.draft().dialog(), List.of(new Act.HandOver(new Handover(reason, Map.of()))));
  }

  private Future<Draft> compare(Hearing message) {
    return play(compared(message), message);
  }

  private Decision compared(Hearing message) {
    var decision =
        decider.compare(
            message.understood(),
            message.vouched(),
            message.passages(),
            message.turn().memory().asked());
    message.draft().because("compared: " + decision.getClass().getSimpleName());
    return decision;
  }

  private Future<Draft> play(Decision decision, Hearing message) {
    var draft = message.draft();
    var language = message.language();
    return switch (decision) {
      case Decision.Person(var reason) -> play(handOver(reason, message), message);
      case Decision.Start(var flow) ->
          play(dialogue.start(draft.dialog(), flow, message.heard()), message);
      case Decision.Tell(var passage, var errand) ->
          tell(passage, errand.stream().toList(), message);
      case Decision.Talk(var intent) -> talk(intent, message);
      case Decision.Stop() -> {
        draft.leaves(Transition.LEFT, dialogue.left(draft.dialog(), message.heard()));
        yield said(draft, Phrases.plain("stopped", language));
      }
      case Decision.Clarify clarify ->
          said(
              draft.offered(clarify.readings(), clarify.question()),
              Phrases.which(clarify.readings(), language));
      case Decision.NoneOfThese() -> said(draft, Phrases.withPerson("not_these", language));
      case Decision.Unknown() -> unknown(message);
    };
  }

  private Future<Draft> unknown(Hearing message) {
    var misses = message.turn().memory().misses() + 1;
    if (misses >= settings.missesBeforePerson()) {
      return play(new Decision.Person("not_understood"), message);
    }
    return said(message.draft().misses(misses), Phrases.withPerson("unknown", message.language()));
  }

  private static Future<Draft> done(Draft draft) {
    return Future.succeededFuture(draft);
  }

  private static Future<Draft> said(Draft draft, Reply reply) {
    return Future.succeededFuture(draft.say(reply));
  }
}
