package deskbell.answering;

import deskbell.conversation.EffectKey;
import deskbell.conversation.Handover;
import deskbell.dialog.Act;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Heard;
import deskbell.dialog.Outcome;
import deskbell.shop.Caller;
import deskbell.shop.ShopCalls;
import io.vertx.core.Future;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays what a flow wants done: says, calls the shop and goes on, hands over. Any thread. */
public final class FlowPlayer {
  private static final Logger LOG = LoggerFactory.getLogger(FlowPlayer.class);

  private final Dialogue dialogue;
  private final ShopCalls shop;
  private final Reception reception;
  private final InstantSource clock;
  private final int callsPerTurn;

  /**
   * Plays flows of this dialogue on this shop with these people behind it; a turn may make so many
   * calls.
   */
  public FlowPlayer(
      Dialogue dialogue,
      ShopCalls shop,
      Reception reception,
      InstantSource clock,
      int callsPerTurn) {
    this.dialogue = dialogue;
    this.shop = shop;
    this.reception = reception;
    this.clock = clock;
    this.callsPerTurn = callsPerTurn;
  }

  /** Plays an outcome to its end and writes what is said into the draft. */
  Future<Draft> play(Turn turn, Heard heard, Outcome outcome, Draft draft) {
    var handsOver = outcome.acts().stream().anyMatch(Act.HandOver.class::isInstance);
    return handsOver
        ? attended().compose(attended -> play(turn, heard, outcome, draft, attended))
        : play(turn, heard, outcome, draft, true);
  }

  /** A store that does not answer keeps nobody from being handed over. */
  private Future<Boolean> attended() {
    return reception
        .attended()
        .recover(
            failure -> {
              LOG.warn("it is not known whether anybody is at the desk", failure);
              return Future.succeededFuture(true);
            });
  }

  private Future<Draft> play(
      Turn turn, Heard heard, Outcome outcome, Draft draft, boolean attended) {
    draft.dialog(outcome.state());
    outcome.why().forEach(draft::because);
    draft.moved(outcome.moves());
    Future<Draft> played = Future.succeededFuture(draft);
    for (var act : outcome.acts()) {
      switch (act) {
        case Act.Say(var reply) -> draft.say(reply);
        case Act.HandOver(var handover) -> handOver(turn, heard, handover, draft, attended);
        case Act.Ended(var flow, var result) -> draft.because("flow " + flow + ": " + result);
        case Act.NotForMe(var slot) -> draft.because("open question: " + slot);
        case Act.CallShop call -> played = call(turn, heard, call, outcome, draft);
      }
    }
    return played;
  }

  private Future<Draft> call(
      Turn turn, Heard heard, Act.CallShop call, Outcome outcome, Draft draft) {
    if (draft.nextCall() > callsPerTurn) {
      return Future.failedFuture(
          new IllegalStateException(
              call.step() + " calls the shop more than " + callsPerTurn + " times"));
    }
    var language = heard.understood().language();
    var key = new EffectKey(turn.conversation(), turn.number(), call.step());
    var caller = new Caller(turn.identity(), turn.address(), language);
    return shop.call(key, call.operation(), call.arguments(), caller)
        .compose(
            result -> {
              draft.because("shop: " + call.operation() + " " + result.outcome()).told(call.step());
              draft.show(ProductCards.of(result, language));
              return play(turn, heard, dialogue.resume(outcome.state(), result, heard), draft);
            });
  }

  private void handOver(Turn turn, Heard heard, Handover handover, Draft draft, boolean attended) {
    var language = heard.understood().language();
    var now = clock.instant();
    var hours = reception.hours();
    if (!hours.open(now)) {
      draft.say(Phrases.waiting(handover.reason(), hours.opens(now), language));
    } else if (attended) {
      draft.say(Phrases.handover(handover.reason(), language));
    } else {
      draft.say(Phrases.unattended(handover.reason(), language));
    }
    draft.because("hands over: " + handover.reason());
    draft.handOver(
        new Handover(
            handover.reason(),
            Briefing.of(
                turn,
                dialogue.disclosed(turn.memory().dialog()),
                heard,
                handover,
                draft.upsetTurns())),
        dialogue.left(draft.dialog(), heard));
  }
}
