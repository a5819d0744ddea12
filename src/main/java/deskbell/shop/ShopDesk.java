package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Identity;
import deskbell.conversation.Invalid;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the calls of flows: asks for proof, records writes as effects before they are made, and
 * says what came of it by the names in the package's table. Holds no state; any thread.
 */
public final class ShopDesk implements ShopCalls {
  private final ShopLine shop;
  private final Supplier<List<Product>> products;
  private final Effects effects;
  private final Proofs proofs;
  private final Vouchers vouchers;
  private final Writes writes;

  /**
   * A desk for one shop.
   *
   * @param products what the shop sells just now
   */
  public ShopDesk(
      Shop shop,
      Supplier<List<Product>> products,
      Effects effects,
      ProofLimits limits,
      ProofSettings settings,
      Clock clock) {
    this.shop = new ShopLine(shop);
    this.products = products;
    this.effects = effects;
    this.proofs = new Proofs(this.shop, limits, settings, clock);
    this.vouchers = new Vouchers(this.shop, limits, settings, clock);
    this.writes = new Writes(this.shop);
  }

  @Override
  public Future<CallResult> call(
      EffectKey key, String operation, Map<String, String> arguments, Caller caller) {
    ShopCall call;
    try {
      call = ShopCall.of(operation, arguments);
    } catch (Invalid malformed) {
      return Future.failedFuture(malformed);
    }
    return made(new Request(key, operation, arguments, caller), call)
        .recover(
            failure ->
                failure instanceof ShopLine.Silent
                    ? Future.succeededFuture(Results.UNAVAILABLE)
                    : Future.failedFuture(failure));
  }

  /** A call as a flow makes it. */
  private record Request(
      EffectKey key, String operation, Map<String, String> arguments, Caller caller) {}

  private Future<CallResult> made(Request request, ShopCall call) {
    var caller = request.caller();
    return switch (call) {
      case ShopCall.FindOrder(var claim) ->
          proved(claim, caller, order -> Results.ok(OrderFacts.of(order, caller.language())));
      case ShopCall.RefundStatus(var claim) -> proved(claim, caller, ShopDesk::refund);
      case ShopCall.ListOrders() -> list(caller);
      case ShopCall.FindProducts(var wanted) ->
          Future.succeededFuture(new ProductSearch(products.get(), caller.language()).find(wanted));
      case ShopCall.AdviseSize(var asked) ->
          Future.succeededFuture(new SizeAdvice(products.get(), caller.language()).on(asked));
      case ShopCall.CheckVoucher(var code) -> vouchers.check(code, caller);
      case ShopCall.CheckAccount() ->
          ofUser(
              caller,
              user -> shop.ordersOf(user).map(all -> Accounts.standing(all, caller.language())));
      case ShopCall.EraseAccount() ->
          once(
              request.key(), () -> ofUser(caller, user -> recorded(request, Writes.erasing(user))));
      case ShopCall.Write write -> once(request.key(), () -> write(request, write));
    };
  }

  private Future<CallResult> proved(
      Claim claim, Caller caller, Function<Order, CallResult> result) {
    return proofs
        .prove(claim, caller, Need.EITHER)
        .map(
            proof ->
                switch (proof) {
                  case Proof.Shown(var order) -> result.apply(order);
                  case Proof.Withheld(var why) -> why;
                });
  }

  private static CallResult refund(Order order) {
    return order.refund().isPresent()
        ? Results.ok(OrderFacts.refund(order))
        : Results.noRefund(order);
  }

  private Future<CallResult> list(Caller caller) {
    return ofUser(
        caller,
        user ->
            shop.ordersOf(user)
                .map(orders -> Results.ok(OrderFacts.list(orders, caller.language()))));
  }

  /** What only whoever the shop has vouched for may ask. */
  private static Future<CallResult> ofUser(
      Caller caller, Function<String, Future<CallResult>> call) {
    return caller
        .identity()
        .map(Identity::user)
        .map(call)
        .orElse(Future.succeededFuture(Results.NEEDS_IDENTITY));
  }

  private Future<CallResult> once(EffectKey key, Supplier<Future<CallResult>> write) {
    return effects
        .find(key)
        .compose(
            found -> found.flatMap(Effect::result).map(Future::succeededFuture).orElseGet(write));
  }

  private Future<CallResult> write(Request request, ShopCall.Write call) {
    return proofs
        .prove(call.claim(), request.caller(), call.need())
        .compose(
            proof ->
                switch (proof) {
                  case Proof.Withheld(var why) -> Future.succeededFuture(why);
                  case Proof.Shown(var order) ->
                      OrderItems.coded(order, call.write(), request.arguments())
                          .map(arguments -> recorded(request, Claim.withoutProof(arguments)))
                          .orElseGet(() -> Future.succeededFuture(Results.notInOrder(order)));
                });
  }

  /** Records the write and makes it. */
  private Future<CallResult> recorded(Request request, Map<String, String> arguments) {
    var key = request.key();
    return effects
        .begin(key, request.operation(), arguments)
        .compose(_ -> writes.make(key, request.operation(), arguments))
        .compose(result -> effects.finish(key, result));
  }
}
