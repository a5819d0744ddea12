package deskbell;

import deskbell.answering.Answering;
import deskbell.answering.BoundedWorker;
import deskbell.answering.FlowPlayer;
import deskbell.answering.Reception;
import deskbell.answering.Skills;
import deskbell.answering.Thinking;
import deskbell.conversation.Language;
import deskbell.dialog.Dialogue;
import deskbell.knowledge.Retrieval;
import deskbell.shop.ShopCalls;
import deskbell.understanding.Interpreter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The bot's part of the wiring, which {@code serve} and {@code ask} share. */
final class Bot {
  private static final String PROBE = "delivery";

  private final BoundedWorker worker;
  private final Function<Retrieval, Thinking> thinkingBy;
  private final Function<Thinking, Answering> answeringBy;
  private final Thinking thinking;
  private final Answering answering;

  /** Wires understanding, retrieval, flows and the shop's calls. */
  Bot(
      Vertx vertx,
      Settings settings,
      Skills skills,
      Interpreter interpreter,
      Retrieval retrieval,
      Dialogue dialogue,
      ShopCalls shop,
      Reception reception,
      Clock clock) {
    var limits = settings.answering();
    worker =
        new BoundedWorker(
            vertx, "thinking", limits.workers(), limits.workerQueue(), limits.workerTime());
    thinkingBy = searched -> new Thinking(skills, interpreter, searched, worker);
    var player = new FlowPlayer(dialogue, shop, reception, clock, limits.callsPerTurn());
    answeringBy = thoughts -> new Answering(thoughts, dialogue, player, limits, clock);
    thinking = thinkingBy.apply(retrieval);
    answering = answeringBy.apply(thinking);
  }

  /** Succeeds while a question can be understood and searched for. */
  Future<Void> ready() {
    return thinking.about(PROBE, List.of(), Language.EN).mapEmpty();
  }

  Answering answering() {
    return answering;
  }

  /** The same answering from other articles, such as a draft's. Reads small files. */
  Answering answering(Retrieval other) {
    return answeringBy.apply(thinkingBy.apply(other));
  }

  BoundedWorker worker() {
    return worker;
  }
}
