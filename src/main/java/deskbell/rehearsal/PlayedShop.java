package deskbell.rehearsal;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import deskbell.shop.Caller;
import deskbell.shop.ShopCalls;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shop of a rehearsal: it answers what the script says. Belongs to one thread. */
final class PlayedShop implements ShopCalls {
  private final List<Exchange.Call> calls = new ArrayList<>();
  private Script script;

  /** Answers by this script from now on. */
  void play(Script next) {
    script = next;
    calls.clear();
  }

  /** The calls since the last time that this was asked. */
  List<Exchange.Call> taken() {
    var all = List.copyOf(calls);
    calls.clear();
    return all;
  }

  @Override
  public Future<CallResult> call(
      EffectKey key, String operation, Map<String, String> arguments, Caller caller) {
    var line = script.called(operation, new TreeMap<>(arguments));
    var result = new CallResult(line.outcome(), line.facts());
    calls.add(new Exchange.Call(key.step(), operation, arguments, result));
    return Future.succeededFuture(result);
  }
}
