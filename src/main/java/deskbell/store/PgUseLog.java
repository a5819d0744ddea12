package deskbell.store;

import deskbell.conversation.Language;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.review.UseLog;
import deskbell.knowledge.review.Used;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Daily counts of how articles are used, in PostgreSQL. Any thread. */
public final class PgUseLog implements UseLog {
  private static final String USED =
      """
      SELECT article, language,
        coalesce(sum(answered) FILTER (WHERE day >= $1), 0)::bigint AS answered,
        coalesce(sum(helpful) FILTER (WHERE day >= $1), 0)::bigint AS helpful,
        coalesce(sum(unhelpful) FILTER (WHERE day >= $1), 0)::bigint AS unhelpful,
        coalesce(sum(handed_over) FILTER (WHERE day >= $1), 0)::bigint AS handed_over,
        max(day) FILTER (WHERE answered > 0) AS last
      FROM article_day
      WHERE day > $2::date - $3::int AND day <= $2
      GROUP BY article, language\
      """;

  private static final String SINCE = "SELECT since FROM use_progress";
  private static final String COUNT = "SELECT count_use($1) AS days FROM count_moves() AS counted";

  private final Database database;

  /** Counts in this database. */
  public PgUseLog(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Used>> used(LocalDate from, LocalDate today) {
    return database
        .rows(USED, Tuple.of(from, today, LONGEST))
        .map(rows -> rows.stream().map(PgUseLog::used).toList());
  }

  @Override
  public Future<LocalDate> since() {
    return database
        .rows(SINCE, Tuple.tuple())
        .map(rows -> rows.iterator().next().getLocalDate("since"));
  }

  @Override
  public Future<Integer> count(int days) {
    return database
        .rows(COUNT, Tuple.of(days))
        .map(rows -> rows.iterator().next().getInteger("days"));
  }

  private static Used used(Row row) {
    return new Used(
        new ArticleKey(row.getString("article"), Language.parse(row.getString("language"))),
        row.getLong("answered"),
        row.getLong("helpful"),
        row.getLong("unhelpful"),
        row.getLong("handed_over"),
        Optional.ofNullable(row.getLocalDate("last")));
  }
}
