package deskbell.neural;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** First requests, by which the engine and Java's compiler get ready before anybody waits. */
final class WarmUp {
  private static final int ROUNDS = 10;

  private WarmUp() {}

  /** Asks a service of everything; failures are left to those who ask in earnest. */
  static void of(NeuralService service) {
    var limits = new Limits(0, 8, 1, 0);
    for (int round = 0; round < ROUNDS; round++) {
      var text = "warm up " + "word ".repeat(round);
      List.of(
              service.intents(text),
              service.revise(Prompt.of(text), limits),
              service.write(Task.REPLY, Prompt.of(text), limits),
              service.score(Task.QUESTION, Prompt.of(text), text))
          .forEach(WarmUp::await);
    }
  }

  private static void await(CompletableFuture<?> result) {
    result.handle((_, _) -> true).join();
  }
}
