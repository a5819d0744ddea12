package deskbell.bench;

import deskbell.answering.Answering;
import deskbell.answering.AnsweringSettings;
import deskbell.answering.FlowPlayer;
import deskbell.answering.Thinking;
import deskbell.conversation.Ask;
import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.Identity;
import deskbell.dialog.Dialogue;
import deskbell.handoff.Hours;
import deskbell.rehearsal.Exchange;
import deskbell.rehearsal.StageClock;
import deskbell.rehearsal.Talk;
import deskbell.rehearsal.Verdict;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** Has rehearsed conversations again, without looking at what comes of them. One thread. */
final class Replay {
  private final Deque<CallResult> results = new ArrayDeque<>();
  private final Answering answering;
  private final StageClock clock;

  Replay(Dialogue dialogue, Thinking thinking, StageClock clock) {
    this.clock = clock;
    var settings = AnsweringSettings.DEFAULTS;
    var player =
        new FlowPlayer(
            dialogue,
            (_, _, _, _) -> Future.succeededFuture(results.remove()),
            () -> Hours.ALWAYS,
            clock,
            settings.callsPerTurn());
    this.answering = new Answering(thinking, dialogue, player, settings, clock);
  }

  /** Has all conversations; the number of turns. */
  int run(List<Verdict> conversations) {
    int turns = 0;
    for (var verdict : conversations) {
      var written = verdict.conversation();
      clock.set(written.today());
      var talk =
          new Talk(
              answering,
              UnaryOperator.identity(),
              clock,
              written.language(),
              written.signedIn().map(Identity::new));
      for (var exchange : verdict.exchanges()) {
        play(talk, exchange);
        turns++;
      }
    }
    return turns;
  }

  private void play(Talk talk, Exchange exchange) {
    clock.pass(exchange.silence());
    results.clear();
    exchange.calls().stream().map(Exchange.Call::result).forEach(results::add);
    switch (exchange.ask()) {
      case Ask.Say(var text) -> talk.say(text);
      case Ask.Choose(_, var value, var label) -> talk.press(new Choice(label, value));
      case Ask.Human _ -> throw new IllegalStateException("no written conversation has it");
    }
  }
}
