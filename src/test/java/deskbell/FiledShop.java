package deskbell;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import deskbell.rehearsal.Exchange;
import deskbell.shop.Caller;
import deskbell.shop.ShopCalls;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A shop that answers as it did in a rehearsal: what each turn's calls brought stands in a file a
 * conversation, so that a server in another JVM has the same shop. Any thread.
 */
public record FiledShop(Path folder) implements ShopCalls {
  /** Writes what the calls of a conversation bring. */
  public void expect(String conversation, List<Exchange> exchanges) throws IOException {
    var results = new JsonObject();
    for (int turn = 1; turn <= exchanges.size(); turn++) {
      for (var call : exchanges.get(turn - 1).calls()) {
        var facts = new JsonObject();
        call.result().facts().forEach(facts::put);
        results.put(
            turn + "/" + call.step(),
            JsonObject.of(
                "operation", call.operation(),
                "arguments", JsonObject.mapFrom(call.arguments()),
                "outcome", call.result().outcome(),
                "facts", facts));
      }
    }
    Files.writeString(folder.resolve(conversation), results.encode());
  }

  @Override
  public Future<CallResult> call(
      EffectKey key, String operation, Map<String, String> arguments, Caller caller) {
    try {
      var all = new JsonObject(Files.readString(folder.resolve(key.conversation().toString())));
      var call = all.getJsonObject(key.turn() + "/" + key.step());
      if (call == null
          || !call.getString("operation").equals(operation)
          || !call.getJsonObject("arguments").getMap().equals(arguments)) {
        return Future.failedFuture(
            new AssertionError(key + " calls " + operation + " " + arguments + ", not " + call));
      }
      var facts = new HashMap<String, String>();
      call.getJsonObject("facts")
          .forEach(fact -> facts.put(fact.getKey(), (String) fact.getValue()));
      return Future.succeededFuture(new CallResult(call.getString("outcome"), facts));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
