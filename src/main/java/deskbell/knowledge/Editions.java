package deskbell.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's edition in step with the files and the database: reads it at start, after each
 * publication made here, and where a poll finds one that another node has made.
 *
 * <p>Any thread. Readings follow one another, and however many are asked for meanwhile, one waits:
 * it begins after they were asked for, so it holds what they published. The reader of editions is
 * called on a worker thread, one edition at a time and never an older one after a newer.
 */
public final class Editions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Editions.class);
  private static final String WORKER = "deskbell-editions";

  private final Vertx vertx;
  private final ArticleStore articles;
  private final SynonymStore synonyms;
  private final Consumer<Edition> reader;
  private final EditionSettings settings;
  private final WorkerExecutor worker;
  private volatile Shipped shipped = Shipped.NONE;
  private volatile Handed handed = new Handed(Shipped.NONE, Edition.NONE);
  private volatile boolean closed;
  private volatile boolean behind;
  private Future<Void> running = Future.succeededFuture();
  private Future<Void> waiting;

  /**
   * Nothing happens before {@link #start}.
   *
   * @param reader takes each edition, such as the searcher; may block
   */
  public Editions(
      Vertx vertx,
      ArticleStore articles,
      SynonymStore synonyms,
      Consumer<Edition> reader,
      EditionSettings settings) {
    this.vertx = vertx;
    this.articles = articles;
    this.synonyms = synonyms;
    this.reader = reader;
    this.settings = settings;
    worker = vertx.createSharedWorkerExecutor(WORKER, 1);
  }

  /**
   * Loads the first edition over these files, however long the machine takes for it, and follows
   * the database from then on.
   */
  public Future<Void> start(Shipped files) {
    return take(files).compose(taken -> queued()).onSuccess(loaded -> poll());
  }

  /** Takes other files, asks editors to merge what has changed, and hands the edition over. */
  public Future<Void> load(Shipped files) {
    return take(files).compose(taken -> refresh());
  }

  private Future<Void> take(Shipped files) {
    return articles
        .noticeFiles(files.articles().values().stream().sorted(Editions::byKey).toList())
        .onSuccess(
            changed -> {
              if (!changed.isEmpty()) {
                LOG.info("files have changed under edited articles, to be merged: {}", changed);
              }
              shipped = files;
            })
        .mapEmpty();
  }

  /** The edition that was handed over last. */
  public Edition current() {
    return handed.edition();
  }

  /** The files below the edits. */
  public Shipped shipped() {
    return shipped;
  }

  /**
   * Completes, on the caller's context, once everything that was published before this call has
   * been handed over. Fails where that takes longer than {@link EditionSettings#handOver}; it is
   * tried again at the next poll.
   */
  public Future<Void> refresh() {
    var caller = vertx.getOrCreateContext();
    Promise<Void> done = Promise.promise();
    queued()
        .timeout(settings.handOver().toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(
            ended ->
                caller.runOnContext(
                    now -> {
                      if (ended.succeeded()) {
                        done.complete();
                      } else {
                        done.fail(ended.cause());
                      }
                    }));
    return done.future();
  }

  private synchronized Future<Void> queued() {
    if (waiting != null) {
      return waiting;
    }
    Promise<Void> done = Promise.promise();
    // before anything may begin: it begins at once where nothing is running
    waiting = done.future();
    running.onComplete(before -> begin(done));
    return done.future();
  }

  private void begin(Promise<Void> done) {
    synchronized (this) {
      running = done.future();
      waiting = null;
    }
    read().onComplete(done);
  }

  private Future<Void> read() {
    var files = shipped;
    return articles
        .published()
        .compose(
            edits ->
                handed.files().equals(files) && current().publication() == edits.publication()
                    ? Future.succeededFuture()
                    : synonyms
                        .synonyms()
                        .compose(wordings -> handOver(files, files.with(edits, wordings))));
  }

  private Future<Void> handOver(Shipped files, Edition edition) {
    return onWorker(
        () -> {
          reader.accept(edition);
          handed = new Handed(files, edition);
        });
  }

  /** Does what blocks, after what was asked for before. */
  Future<Void> onWorker(Runnable work) {
    return worker.executeBlocking(
        () -> {
          work.run();
          return null;
        });
  }

  private void poll() {
    if (!closed) {
      vertx.setTimer(settings.poll().toMillis(), now -> follow().onComplete(polled -> poll()));
    }
  }

  private Future<Void> follow() {
    return articles
        .publication()
        .compose(newest -> newest == current().publication() ? Future.succeededFuture() : refresh())
        .onSuccess(followed -> behind = false)
        .onFailure(this::fallBehind);
  }

  /** Says so once, not at every poll. */
  private void fallBehind(Throwable failure) {
    if (!behind && !closed) {
      LOG.warn(
          "articles are at publication {} and cannot follow", current().publication(), failure);
    }
    behind = true;
  }

  private static int byKey(Article one, Article other) {
    return one.key().compareTo(other.key());
  }

  /** An edition with the files that it was made of. */
  private record Handed(Shipped files, Edition edition) {}

  /** Follows no more. */
  @Override
  public void close() {
    closed = true;
    worker.close();
  }
}
