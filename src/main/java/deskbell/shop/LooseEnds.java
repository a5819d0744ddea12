package deskbell.shop;

import deskbell.conversation.CallResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what came of writes whose turn was lost on the way: the process died after it had asked
 * the shop, and an agent took over before anybody answered the turn. What has no result is asked
 * for again with the same key, which is safe, and without a proof, which was given before it was
 * recorded; but not for ever, because a shopper may have settled it with a person meanwhile. Any
 * thread.
 */
public final class LooseEnds {
  /** How long after it was recorded a write is made again; later nobody may want it any more. */
  public static final Duration MADE_AGAIN_FOR = Duration.ofHours(1);

  /** How long others leave alone what one node has taken up; the pause between two tries. */
  public static final Duration PAUSE = Duration.ofSeconds(30);

  private static final int AT_ONCE = 50;
  private static final Logger LOG = LoggerFactory.getLogger(LooseEnds.class);

  private final Writes writes;
  private final Effects effects;
  private final InstantSource clock;
  private final Duration pause;

  /** Loose ends of this shop. */
  public LooseEnds(Shop shop, Effects effects, InstantSource clock) {
    this(shop, effects, clock, PAUSE);
  }

  /** Loose ends that are taken up again after this pause. */
  public LooseEnds(Shop shop, Effects effects, InstantSource clock, Duration pause) {
    this.writes = new Writes(new ShopLine(shop));
    this.effects = effects;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Takes up what was recorded longer ago than this and brings what is settled; the rest is tried
   * again. Fails where the database does not answer.
   */
  public Future<List<Settled>> settle(Duration age) {
    return effects
        .takeUp(age, pause, AT_ONCE)
        .compose(ends -> Future.join(ends.stream().map(this::settled).toList()))
        .map(all -> all.<Optional<Settled>>list().stream().flatMap(Optional::stream).toList());
  }

  private Future<Optional<Settled>> settled(LooseEnd end) {
    var effect = end.effect();
    return Future.succeededFuture(end)
        .compose(this::result)
        .map(
            result ->
                Optional.of(new Settled(effect.key(), effect.operation(), result, end.language())))
        .otherwise(failure -> unsettled(effect, failure));
  }

  private static Optional<Settled> unsettled(Effect effect, Throwable failure) {
    if (failure instanceof ShopLine.Silent) {
      LOG.info("effect {}: the shop does not answer yet", effect.key());
    } else {
      LOG.warn("effect {}: could not be settled", effect.key(), failure);
    }
    return Optional.empty();
  }

  private Future<CallResult> result(LooseEnd end) {
    return end.effect().result().map(Future::succeededFuture).orElseGet(() -> asked(end));
  }

  private Future<CallResult> asked(LooseEnd end) {
    var effect = end.effect();
    if (end.begun().plus(MADE_AGAIN_FOR).isBefore(clock.instant())) {
      return Future.succeededFuture(Writes.unconfirmed(effect.operation(), end.arguments()));
    }
    return writes
        .make(effect.key(), effect.operation(), end.arguments())
        .compose(result -> effects.finish(effect.key(), result));
  }
}
