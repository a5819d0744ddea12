package deskbell;

import deskbell.dialog.Flows;
import deskbell.dialog.flow.Edition;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.reading.FlowFiles;
import deskbell.dialog.reading.Problem;
import deskbell.store.PgEditions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows in use: read from their folder at the start, and again whenever a file in it changes.
 * Editions are kept in the database, so that conversations finish on the one that they began with.
 * A file with mistakes takes no other flow down, and where an earlier edition of it is known, that
 * one stays in use. The folder is looked at by a worker, one look at a time.
 */
final class FlowRoom implements AutoCloseable {
  /** How often the folder is looked at. */
  static final Duration EVERY = Duration.ofSeconds(2);

  /** How often the editions in use are noted as such. */
  static final Duration NOTED_EVERY = Duration.ofHours(1);

  /** Days for which an edition that is no longer in use is kept ready. */
  static final int DAYS = 30;

  /** Editions that are kept ready at most. */
  static final int MOST = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(FlowRoom.class);

  private final Vertx vertx;
  private final Path folder;
  private final PgEditions editions;
  private volatile Flows flows = new Flows(List.of());
  private volatile Map<String, Long> seen = Map.of();
  private volatile List<Edition> inUse = List.of();
  private volatile boolean looking;
  private List<Long> timers = List.of();

  private FlowRoom(Vertx vertx, Path folder, PgEditions editions) {
    this.vertx = vertx;
    this.folder = folder;
    this.editions = editions;
  }

  /** Reads the folder and goes on watching it; fails only where the database does. */
  static Future<FlowRoom> open(Vertx vertx, Path folder, PgEditions editions) {
    var room = new FlowRoom(vertx, folder, editions);
    return room.reload()
        .map(
            _ -> {
              room.timers =
                  List.of(
                      vertx.setPeriodic(EVERY.toMillis(), _ -> room.look()),
                      vertx.setPeriodic(NOTED_EVERY.toMillis(), _ -> room.note()));
              return room;
            });
  }

  /** The flows in use now. */
  Flows flows() {
    return flows;
  }

  private void look() {
    if (looking) {
      return;
    }
    looking = true;
    vertx
        .executeBlocking(() -> !stamps().equals(seen))
        .compose(changed -> changed ? reload() : Future.<Void>succeededFuture())
        .onFailure(failure -> LOG.error("flows in {} could not be read again", folder, failure))
        .onComplete(_ -> looking = false);
  }

  private void note() {
    editions
        .save(inUse)
        .onFailure(failure -> LOG.warn("editions in use could not be noted", failure));
  }

  /** What was in use until now is noted first, so that it is among the known ones. */
  private Future<Void> reload() {
    return editions
        .save(inUse)
        .compose(_ -> editions.recent(DAYS, MOST))
        .compose(known -> vertx.executeBlocking(() -> read(known)))
        .compose(stamps -> editions.save(inUse).onSuccess(_ -> seen = stamps));
  }

  /** Reads the folder over the known editions; gives the state that it was read in. */
  private Map<String, Long> read(List<Edition> known) {
    var stamps = stamps();
    var read = FlowFiles.read(folder);
    read.problems().stream().map(Problem::toString).forEach(LOG::error);
    var older = known.stream().flatMap(edition -> FlowFiles.parse(edition).stream()).toList();
    var current = new LinkedHashMap<String, Flow>();
    read.flows().forEach(flow -> current.put(flow.id(), flow));
    for (var id : read.spoilt()) {
      older.stream()
          .filter(flow -> flow.id().equals(id))
          .findFirst()
          .ifPresent(
              flow -> {
                LOG.error("flow {} has mistakes; its last sound edition stays in use", id);
                current.put(id, flow);
              });
    }
    flows = new Flows(new ArrayList<>(current.values()), older);
    inUse = used(current.keySet(), read, known);
    LOG.info("{} flows in use", current.size());
    return stamps;
  }

  /** The editions of these flows: as just read, else the latest known one. */
  private static List<Edition> used(Set<String> ids, FlowFiles.Read read, List<Edition> known) {
    var byFlow = new LinkedHashMap<String, Edition>();
    read.editions().forEach(edition -> byFlow.put(edition.flow(), edition));
    known.forEach(edition -> byFlow.putIfAbsent(edition.flow(), edition));
    byFlow.keySet().retainAll(ids);
    return List.copyOf(byFlow.values());
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
  }
}
