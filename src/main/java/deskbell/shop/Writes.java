package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Invalid;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** Makes writes from what an effect records: an operation and its arguments. Any thread. */
final class Writes {
  /** The write that is about no order. */
  static final String ERASE_ACCOUNT = "erase_account";

  private static final String USER = "user";

  private final ShopLine shop;

  Writes(ShopLine shop) {
    this.shop = shop;
  }

  /** What is recorded to erase a user's account. */
  static Map<String, String> erasing(String user) {
    return Map.of(USER, user);
  }

  /** Makes a write, once for each key. Throws Invalid where it cannot be read. */
  Future<CallResult> make(EffectKey key, String operation, Map<String, String> arguments) {
    if (operation.equals(ERASE_ACCOUNT)) {
      var user =
          Optional.ofNullable(arguments.get(USER))
              .orElseThrow(() -> new Invalid(USER, "is missing"));
      return shop.erase(key.toString(), user).map(Results::of);
    }
    var write = ShopCall.write(operation, arguments);
    return shop.write(key.toString(), write).map(result -> Results.of(write, result));
  }

  /** Nobody knows whether it happened. Throws Invalid where it cannot be read. */
  static CallResult unconfirmed(String operation, Map<String, String> arguments) {
    return operation.equals(ERASE_ACCOUNT)
        ? Results.UNAVAILABLE
        : Results.unconfirmed(ShopCall.write(operation, arguments));
  }
}
