package deskbell;

import deskbell.answering.BoundedWorker;
import deskbell.answering.Mailboxes;
import deskbell.knowledge.Searcher;
import deskbell.web.Metrics;

/** What the rooms tell about themselves under {@code /metrics}. */
final class Gauges {
  private Gauges() {}

  static void measure(
      Metrics metrics, Mailboxes mailboxes, BoundedWorker worker, Searcher searcher) {
    metrics.gauge(
        "deskbell.turns.waiting", "Turns that wait for an answer", mailboxes, Mailboxes::waiting);
    metrics.gauge(
        "deskbell.thinking.queue", "Calls inside the worker", worker, BoundedWorker::inside);
    metrics.gauge(
        "deskbell.search.hit_rate",
        "Share of searches answered from the cache",
        searcher,
        Searcher::cacheHitRate);
    metrics.gauge(
        "deskbell.search.in_memory",
        "Indexes that are in memory because their folder cannot be written",
        searcher,
        one -> one.fallbacks().size());
  }
}
