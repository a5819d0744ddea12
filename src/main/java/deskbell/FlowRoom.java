package deskbell;

import deskbell.dialog.Flows;
import deskbell.store.PgEditions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows in use: read from their folder at the start, and again whenever a file in it changes.
 * What was read is published: every node on the database uses it from then on. The number of the
 * publication is told over the event bus, and asked for at each look, since a message may be lost.
 *
 * <p>Editions are kept in the database, so that conversations finish on the one that they began
 * with. Files are read by a worker, one look at a time.
 */
final class FlowRoom implements AutoCloseable {
  /** How often the folder and the publication are looked at. */
  static final Duration EVERY = Duration.ofSeconds(2);

  /** How often the editions in use are noted as such. */
  static final Duration NOTED_EVERY = Duration.ofHours(1);

  /** Days for which an edition that is no longer in use is kept ready. */
  static final int DAYS = 30;

  /** Editions that are kept ready at most. */
  static final int MOST = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(FlowRoom.class);
  private static final String PUBLISHED = "deskbell.flows.published";

  private final Vertx vertx;
  private final Path folder;
  private final PgEditions editions;
  private volatile FlowsInUse now = FlowsInUse.NONE;
  private volatile long publication;
  private volatile Map<String, Long> seen = Map.of();
  private volatile boolean looking;
  private volatile boolean behind;
  private List<Long> timers = List.of();
  private Optional<MessageConsumer<Long>> told = Optional.empty();

  private FlowRoom(Vertx vertx, Path folder, PgEditions editions) {
    this.vertx = vertx;
    this.folder = folder;
    this.editions = editions;
  }

  /** Reads the folder and goes on watching it; fails only where the database does. */
  static Future<FlowRoom> open(Vertx vertx, Path folder, PgEditions editions) {
    var room = new FlowRoom(vertx, folder, editions);
    return room.reload().map(_ -> room.watching());
  }

  private FlowRoom watching() {
    timers =
        List.of(
            vertx.setPeriodic(EVERY.toMillis(), _ -> look()),
            vertx.setPeriodic(NOTED_EVERY.toMillis(), _ -> note()));
    told = Optional.of(vertx.eventBus().consumer(PUBLISHED, number -> told(number.body())));
    return this;
  }

  /** The flows in use now. */
  Flows flows() {
    return now.flows();
  }

  private void told(long number) {
    if (number > publication) {
      look();
    }
  }

  private void look() {
    if (looking) {
      return;
    }
    looking = true;
    vertx
        .executeBlocking(() -> !stamps().equals(seen))
        .compose(changed -> changed ? reload() : follow())
        .onSuccess(_ -> behind = false)
        .onFailure(this::fallBehind)
        .onComplete(_ -> looking = false);
  }

  /** Says so once, not at every look. */
  private void fallBehind(Throwable failure) {
    if (!behind) {
      LOG.error(
          "flows in {} are at publication {} and cannot follow", folder, publication, failure);
    }
    behind = true;
  }

  private void note() {
    editions
        .save(now.editions())
        .onFailure(failure -> LOG.warn("editions in use could not be noted", failure));
  }

  /**
   * Reads the folder and has every node use what it holds. What was in use until now is noted
   * first, so that it is among the known ones.
   */
  private Future<Void> reload() {
    var stamps = new TreeMap<String, Long>();
    return editions
        .save(now.editions())
        .compose(_ -> editions.recent(DAYS, MOST))
        .compose(
            known ->
                vertx.executeBlocking(
                    () -> {
                      stamps.putAll(stamps());
                      return FlowsInUse.in(folder, known);
                    }))
        .compose(
            read -> editions.publish(read.editions()).onSuccess(published -> use(read, published)))
        .onSuccess(_ -> seen = Map.copyOf(stamps))
        .onSuccess(published -> vertx.eventBus().publish(PUBLISHED, published.number()))
        .mapEmpty();
  }

  /** Where another node has published in the same moment, its word is the last. */
  private void use(FlowsInUse read, PgEditions.Publication published) {
    now = read;
    publication = published.holds(read.editions()) ? published.number() : 0;
  }

  /** Takes over what another node has published since. */
  private Future<Void> follow() {
    return editions
        .published()
        .compose(
            newest -> newest.number() == publication ? Future.succeededFuture() : takeOver(newest));
  }

  private Future<Void> takeOver(PgEditions.Publication newest) {
    return editions
        .recent(DAYS, MOST)
        .compose(known -> vertx.executeBlocking(() -> now.published(newest.editions(), known)))
        .onSuccess(
            taken -> {
              now = taken;
              publication = newest.number();
            })
        .mapEmpty();
  }

  private Map<String, Long> stamps() {
    try (var files = Files.list(folder)) {
      var stamps = new TreeMap<String, Long>();
      for (var file : files.toList()) {
        stamps.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
      return stamps;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    timers.forEach(vertx::cancelTimer);
    told.ifPresent(
        consumer ->
            consumer.unregister().onFailure(failure -> LOG.warn("not unsubscribed", failure)));
  }
}
