package deskbell.console;

import deskbell.answering.BoundedWorker;
import deskbell.answering.WhatIf;
import deskbell.answering.WhatIf.Changed;
import deskbell.conversation.Invalid;
import deskbell.knowledge.Editions;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.review.QuestionLog;
import deskbell.knowledge.review.QuestionLog.Slice;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Tries a change of the knowledge base on logged questions, a slice at a time: whoever wants to
 * know asks for the next slice, so any node may answer and nothing goes on when nobody waits. The
 * index of the newest change is kept until its last slice; the worker has one thread, which alone
 * uses it.
 */
public final class Trials implements AutoCloseable {
  /** Stands between how many were asked and the place in the log. */
  private static final String MARK = "@";

  private final QuestionLog log;
  private final Searcher searcher;
  private final Editions editions;
  private final WhatIf whatIf;
  private final BoundedWorker worker;
  private final ReviewSettings settings;
  private Optional<Prepared> prepared = Optional.empty();

  /** Compares with what this searcher finds. */
  public Trials(
      QuestionLog log,
      Searcher searcher,
      Editions editions,
      WhatIf whatIf,
      BoundedWorker worker,
      ReviewSettings settings) {
    this.log = log;
    this.searcher = searcher;
    this.editions = editions;
    this.whatIf = whatIf;
    this.worker = worker;
    this.settings = settings;
  }

  /** The index with a change, and the publication that it was made over. */
  private record Prepared(Trial trial, long publication, Searcher searcher) {}

  /**
   * What a slice brought.
   *
   * @param asked questions in it
   * @param next where the next slice begins; empty after the last
   */
  record Tried(int asked, Optional<String> next, List<Changed> changes) {}

  /** How many questions there are to try on. */
  Future<Integer> total() {
    return log.count(settings.questions());
  }

  /** Tries the change on the slice that begins there. Fails with Busy, Unavailable or Invalid. */
  Future<Tried> tried(Trial trial, Optional<String> after) {
    var done = after.map(Trials::done).orElse(0);
    var limit = Math.min(settings.slice(), settings.questions() - done);
    if (limit < 1) {
      throw new Invalid("after", "is behind the last question");
    }
    return log.asked(after.map(Trials::place), limit)
        .compose(slice -> worker.call(() -> tried(trial, slice, done)));
  }

  private Tried tried(Trial trial, Slice slice, int before) {
    var asked = slice.questions().size();
    var changed = whatIf.of(slice.questions(), searcher, with(trial));
    var next =
        slice
            .next()
            .filter(_ -> before + asked < settings.questions())
            .map(place -> before + asked + MARK + place);
    if (next.isEmpty()) {
      forget();
    }
    return new Tried(asked, next, changed);
  }

  private static int done(String after) {
    try {
      return Math.max(0, Integer.parseInt(after.substring(0, Math.max(0, after.indexOf(MARK)))));
    } catch (NumberFormatException wrong) {
      throw new Invalid("after", "is no place in the log", wrong);
    }
  }

  private static String place(String after) {
    return after.substring(after.indexOf(MARK) + 1);
  }

  private Searcher with(Trial trial) {
    var now = editions.current();
    var known =
        prepared.filter(it -> it.trial().equals(trial) && it.publication() == now.publication());
    if (known.isEmpty()) {
      forget();
      var other = searcher.beside(trial.library(now), trial.synonyms(now));
      prepared = Optional.of(new Prepared(trial, now.publication(), other));
    }
    return prepared.orElseThrow().searcher();
  }

  private void forget() {
    prepared.ifPresent(it -> it.searcher().close());
    prepared = Optional.empty();
  }

  @Override
  public void close() {
    worker.close();
    forget();
  }
}
