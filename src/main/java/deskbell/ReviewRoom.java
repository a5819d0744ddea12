package deskbell;

import deskbell.answering.BoundedWorker;
import deskbell.answering.Foresight;
import deskbell.answering.WhatIf;
import deskbell.console.Reader;
import deskbell.console.ReviewDesk;
import deskbell.console.ReviewSettings;
import deskbell.console.Trials;
import deskbell.dialog.Flows;
import deskbell.knowledge.review.Bookkeeper;
import deskbell.store.Database;
import deskbell.store.PgFlowLog;
import deskbell.store.PgQuestionLog;
import deskbell.store.PgUseLog;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Supplier;

/** What editors look back and forth with: the wiring of questions asked in vain and of trials. */
final class ReviewRoom implements AutoCloseable {
  private static final int THREADS = 1;

  private final BoundedWorker reading;
  private final Trials trials;
  private final ReviewDesk desk;
  private final Bookkeeper bookkeeper;

  ReviewRoom(
      Vertx vertx,
      Settings settings,
      Database database,
      KnowledgeRoom knowledge,
      Mind mind,
      Supplier<Flows> flows,
      Clock clock) {
    var limits = ReviewSettings.DEFAULTS;
    var answering = settings.answering();
    var log = new PgQuestionLog(database);
    var used = new PgUseLog(database);
    reading = worker(vertx, "review", limits);
    trials =
        new Trials(
            log,
            knowledge.searcher(),
            knowledge.editions(),
            new WhatIf(new Foresight(mind.dialogue(), answering)),
            worker(vertx, "what-if", limits),
            limits);
    Reader reader =
        new QuestionReader(
            mind.interpreter(), knowledge.searcher(), answering.certain(), limits.remembered());
    desk =
        new ReviewDesk(
            log,
            used,
            new PgFlowLog(database),
            flows,
            reader,
            trials,
            knowledge.editions(),
            mind.interpreter().intents()::contains,
            reading,
            limits,
            clock);
    bookkeeper = new Bookkeeper(vertx, used);
    bookkeeper.start();
  }

  private static BoundedWorker worker(Vertx vertx, String name, ReviewSettings limits) {
    return new BoundedWorker(vertx, name, THREADS, limits.queue(), limits.limit());
  }

  ReviewDesk desk() {
    return desk;
  }

  @Override
  public void close() {
    bookkeeper.stop();
    reading.close();
    trials.close();
  }
}
