package deskbell.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;

/**
 * Fills a database as a busy shop has filled it after a while, so that lists and searches can be
 * measured: conversations of four messages over the last ninety days, in both languages by turns,
 * one in ten with a person, one in seven judged; and drafts of articles. Number {@code n} is named
 * in the words of conversation and article {@code n}. Any thread.
 */
public final class Crowd {
  /** Rows of conversations at once: less than a statement's time. */
  private static final int SLICE = 2_000;

  private static final String CONVERSATIONS =
      """
      WITH talk AS (
        SELECT md5('talk ' || n)::uuid AS id, n, n % 2 = 1 AS chinese,
          now() - n * interval '77 seconds' AS at
        FROM generate_series($1::int, $2::int) AS n),
      opened AS (
        INSERT INTO conversation (id, mode, locale, identity, seq, turn, answered, asked_at, created_at)
        SELECT id, CASE WHEN n % 50 = 0 THEN 'bot' ELSE 'closed' END,
          CASE WHEN chinese THEN 'zh' ELSE 'en' END, 'shopper-' || n % 5000, 4, 2, 2, at, at
        FROM talk),
      said AS (
        INSERT INTO message (conversation, seq, sender, text, at)
        SELECT id, seq, CASE WHEN seq % 2 = 1 THEN 'shopper' ELSE 'bot' END,
          CASE WHEN chinese
            THEN format('第 %s 个问题：我想问%s和%s怎么办？', n,
              zh[1 + (n * 7 + seq) % 8], zh[1 + (n / 8 + seq * 3) % 8])
            ELSE format('Question %s about my %s and the %s, please.', n,
              en[1 + (n * 7 + seq) % 8], en[1 + (n / 8 + seq * 3) % 8]) END,
          at + seq * interval '5 seconds'
        FROM talk, generate_series(1, 4) AS seq,
          (SELECT string_to_array('运费,退款,包裹,尺码,优惠券,发票,换货,台灯', ',') AS zh,
            string_to_array('delivery,refund,parcel,size,voucher,invoice,exchange,lamp', ',') AS en)
        RETURNING conversation, seq, text, at),
      found AS (
        INSERT INTO message_search (conversation, seq, at, terms)
        SELECT conversation, seq, at, search_terms(text) FROM said),
      judged AS (
        INSERT INTO rating (conversation, score, at)
        SELECT id, 1 + n % 5, at FROM talk WHERE n % 7 = 0)
      INSERT INTO ticket (conversation, state, reason, summary, language, agent, created_at,
        queued_at, claimed_at, ended_at)
      SELECT id, CASE WHEN n <= 300 THEN 'waiting' ELSE 'closed' END, 'asked', '{}',
        CASE WHEN chinese THEN 'zh' ELSE 'en' END, CASE WHEN n > 300 THEN 'Mia' END, at, at,
        CASE WHEN n > 300 THEN at + interval '40 seconds' END,
        CASE WHEN n > 300 THEN at + interval '10 minutes' END
      FROM talk WHERE n % 10 = 0
      """;

  private static final String ARTICLES =
      """
      INSERT INTO article_edit (id, language, version, draft, editor, changed_at)
      SELECT 'crowd-' || n, side.language, 1, jsonb_build_object(
        'question', format(side.question, n), 'also', jsonb_build_array(format(side.also, n)),
        'intent', '', 'tags', jsonb_build_array('crowd'), 'review', '',
        'answer', repeat(side.answer, 30)), 'Mia', clock_timestamp() - interval '1 hour'
      FROM generate_series(1, $1::int) AS n, (VALUES
        ('en', 'What about number %s?', 'How does number %s work?', 'It works as described. '),
        ('zh', '第 %s 号怎么用？', '第 %s 号是什么？', '按照说明使用即可。'))
        AS side (language, question, also, answer)
      """;

  /** The planner learns what has become of the tables. */
  private static final String SETTLE =
      "ANALYZE conversation, message, message_search, ticket, rating";

  private final Database database;

  /** Fills this database. */
  public Crowd(Database database) {
    this.database = database;
  }

  /** Adds drafts of articles 1 to {@code count}, in both languages. */
  public Future<Void> articles(int count) {
    return database.rows(ARTICLES, Tuple.of(count)).mapEmpty();
  }

  /** Adds conversations from one number to another. */
  public Future<Void> conversations(int from, int to) {
    if (from > to) {
      return database.call(client -> client.query(SETTLE).execute()).mapEmpty();
    }
    var last = Math.min(to, from + SLICE - 1);
    return database
        .rows(CONVERSATIONS, Tuple.of(from, last))
        .compose(done -> conversations(last + 1, to));
  }
}
