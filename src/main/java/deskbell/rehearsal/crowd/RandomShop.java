package deskbell.rehearsal.crowd;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Operations;
import deskbell.shop.Caller;
import deskbell.shop.ShopCalls;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A shop that answers anything: one of an operation's outcomes with some of its facts, and now and
 * then nonsense. Belongs to one thread.
 */
final class RandomShop implements ShopCalls {
  private static final int FACTS_OF = 4;
  private static final int PIECES = 30;
  private static final int TEN = 10;

  private Random random = new Random(0);
  private int calls;

  /** Answers by chance from this seed on. */
  void seed(long seed) {
    random = new Random(seed);
  }

  /** The calls so far. */
  int calls() {
    return calls;
  }

  @Override
  public Future<CallResult> call(
      EffectKey key, String operation, Map<String, String> arguments, Caller caller) {
    calls++;
    var known = Operations.of(operation).orElseThrow();
    var outcomes = new ArrayList<>(known.outcomes().keySet().stream().sorted().toList());
    outcomes.addAll(List.of("ok", "ok", "ok", "nonsense"));
    return Future.succeededFuture(new CallResult(Repertoire.pick(outcomes, random), facts(known)));
  }

  private Map<String, String> facts(Operation operation) {
    var facts = new HashMap<String, String>();
    for (var fact : operation.facts().stream().sorted().toList()) {
      if (random.nextInt(FACTS_OF) > 0) {
        facts.put(fact, value(fact));
      }
    }
    return facts;
  }

  private String value(String fact) {
    if (fact.startsWith("stock_") || fact.endsWith("count")) {
      return Integer.toString(random.nextInt(PIECES));
    }
    return Operations.values(fact)
        .map(values -> Repertoire.pick(sorted(values), random))
        .orElseGet(() -> "2026-11-2" + random.nextInt(TEN));
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }
}
