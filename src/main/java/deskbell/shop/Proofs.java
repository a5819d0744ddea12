package deskbell.shop;

import deskbell.conversation.Identity;
import deskbell.shop.ProofLimits.Subject;
import deskbell.shop.ProofLimits.Verdict;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides who may see an order. A wrong pair and an order that does not exist take the same path:
 * one counted try, one question to the shop, one comparison, one outcome.
 */
final class Proofs {
  private final ShopLine shop;
  private final ProofLimits limits;
  private final ProofSettings settings;
  private final Clock clock;

  Proofs(ShopLine shop, ProofLimits limits, ProofSettings settings, Clock clock) {
    this.shop = shop;
    this.limits = limits;
    this.settings = settings;
    this.clock = clock;
  }

  /** The order, where the caller is signed in as its owner or the claim proves it. */
  Future<Proof> prove(Claim claim, Caller caller, Need need) {
    if (caller.identity().isEmpty()) {
      return byPair(claim, caller, need);
    }
    return shop.order(claim.order())
        .compose(
            found ->
                found
                    .filter(order -> owns(caller.identity(), order))
                    .map(own -> Future.<Proof>succeededFuture(new Proof.Shown(own)))
                    .orElseGet(() -> byPair(claim, caller, need)));
  }

  private static boolean owns(Optional<Identity> identity, Order order) {
    return identity.map(Identity::user).equals(order.user());
  }

  private Future<Proof> byPair(Claim claim, Caller caller, Need need) {
    if (!claim.complete(need)) {
      return Future.succeededFuture(new Proof.Withheld(Results.lacking(need, claim.order())));
    }
    Instant now = clock.instant();
    return limits
        .begin(subjects(claim, caller), now)
        .compose(
            verdict ->
                switch (verdict) {
                  case Verdict.Open open -> judge(open, claim, need);
                  case Verdict.Locked(var until) ->
                      Future.succeededFuture(
                          new Proof.Withheld(Results.locked(claim.order(), until, now)));
                });
  }

  private Future<Proof> judge(Verdict.Open open, Claim claim, Need need) {
    return shop.order(claim.order())
        .recover(silent -> withdrawn(open).compose(_ -> Future.failedFuture(silent)))
        .compose(
            found -> {
              boolean proved = claim.proves(found, need);
              return proved
                  ? withdrawn(open).map(_ -> new Proof.Shown(found.orElseThrow()))
                  : Future.succeededFuture(new Proof.Withheld(Results.notFound(claim.order())));
            });
  }

  private Future<Void> withdrawn(Verdict.Open open) {
    return limits.withdraw(open.attempt());
  }

  private List<Subject> subjects(Claim claim, Caller caller) {
    var subjects = new ArrayList<Subject>();
    subjects.add(new Subject("order:" + claim.order(), settings.perOrder()));
    subjects.add(new Subject("address:" + caller.address(), settings.perClient()));
    caller
        .identity()
        .ifPresent(
            identity ->
                subjects.add(new Subject("identity:" + identity.user(), settings.perClient())));
    return List.copyOf(subjects);
  }
}
