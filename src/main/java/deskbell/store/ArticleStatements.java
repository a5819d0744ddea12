package deskbell.store;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.ArticleState;
import deskbell.knowledge.Revision;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The statements of one change of an article, in one transaction under its row's lock. */
final class ArticleStatements {
  /** Columns that {@link #state} reads. */
  static final String COLUMNS =
      """
      id, language, version, published::text AS published, removed, draft::text AS draft,
      merge::text AS merge, editor, changed_at, published_at, led_at\
      """;

  private static final String CLAIM =
      """
      INSERT INTO article_edit (id, language, version) VALUES ($1, $2, 0)
      ON CONFLICT DO NOTHING\
      """;

  private static final String LOCK =
      "SELECT "
          + COLUMNS
          + ", seed FROM article_edit WHERE id = $1 AND language = $2 FOR NO KEY UPDATE";

  private static final String CHANGE =
      "UPDATE article_edit SET version = version + 1, published = $3::text::jsonb, removed = $4,"
          + " draft = $5::text::jsonb, merge = $6::text::jsonb, seed = $7, editor = $8,"
          + " changed_at = clock_timestamp(),"
          + " published_at = CASE WHEN NOT $9 THEN published_at"
          + " WHEN $3::text IS NOT NULL OR $4 THEN clock_timestamp() END,"
          + " led_at = CASE WHEN NOT $9 THEN led_at"
          + " WHEN $3::text IS NOT NULL AND (published IS NOT NULL OR $7::text IS NOT NULL)"
          + " AND NOT EXISTS (SELECT FROM article_edit other WHERE other.id = $1"
          + " AND other.language <> $2"
          + " AND other.led_at > coalesce(article_edit.published_at, '-infinity'))"
          + " THEN clock_timestamp() END WHERE id = $1 AND language = $2 RETURNING "
          + COLUMNS;

  private static final String NOTE =
      """
      INSERT INTO article_revision (id, language, version, kind, content, editor, at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7)\
      """;

  private static final String PUBLISH = "UPDATE publication SET number = number + 1";

  private final SqlClient client;
  private final ArticleKey key;

  ArticleStatements(SqlClient client, ArticleKey key) {
    this.client = client;
    this.key = key;
  }

  /** Waits for whoever changes the article, and says how it is then. */
  Future<Edit> lock() {
    return client
        .preparedQuery(CLAIM)
        .execute(names())
        .compose(claimed -> client.preparedQuery(LOCK).execute(names()))
        .map(rows -> edit(rows.iterator().next()));
  }

  /** Stores how the article is from now on. */
  Future<ArticleState> change(Edit edit, String editor, boolean publishes) {
    var values =
        names()
            .addValue(ArticleCodec.write(edit.published()))
            .addValue(edit.removed())
            .addValue(ArticleCodec.write(edit.draft()))
            .addValue(ArticleCodec.write(edit.merge()))
            .addValue(edit.seed().orElse(null))
            .addValue(editor)
            .addValue(publishes);
    return client.preparedQuery(CHANGE).execute(values).map(rows -> state(rows.iterator().next()));
  }

  /** Adds the change to the article's history. */
  Future<ArticleState> note(ArticleState now, Revision.Kind kind, Optional<Article> content) {
    var at = OffsetDateTime.ofInstant(now.changed().orElseThrow(), ZoneOffset.UTC);
    var values =
        names()
            .addValue(now.version())
            .addValue(kind.wire())
            .addValue(ArticleCodec.write(content))
            .addValue(now.editor().orElseThrow())
            .addValue(at);
    return client.preparedQuery(NOTE).execute(values).map(now);
  }

  /** Tells every node that searching must follow. */
  static Future<Void> publish(SqlClient client) {
    return client.query(PUBLISH).execute().mapEmpty();
  }

  private Tuple names() {
    return Tuple.of(key.id(), key.language().code());
  }

  /** Reads id and language. */
  static ArticleKey key(Row row) {
    return new ArticleKey(row.getString("id"), Language.parse(row.getString("language")));
  }

  /** Reads {@link #COLUMNS}. */
  static ArticleState state(Row row) {
    var key = key(row);
    return new ArticleState(
        key,
        row.getLong("version"),
        ArticleCodec.read(key, row.getString("published")),
        row.getBoolean("removed"),
        ArticleCodec.read(key, row.getString("draft")),
        ArticleCodec.read(key, row.getString("merge")),
        Optional.ofNullable(row.getString("editor")),
        instant(row, "changed_at"),
        instant(row, "published_at"),
        instant(row, "led_at"));
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Edit edit(Row row) {
    var state = state(row);
    return new Edit(
        state.version(),
        state.published(),
        state.removed(),
        state.draft(),
        state.merge(),
        Optional.ofNullable(row.getString("seed")),
        state.editor());
  }

  /** An article's row under its lock, and what becomes of it. Changes are pure. */
  record Edit(
      long version,
      Optional<Article> published,
      boolean removed,
      Optional<Article> draft,
      Optional<Article> merge,
      Optional<String> seed,
      Optional<String> editor) {
    Edit drafted(Article article) {
      return new Edit(version, published, removed, Optional.of(article), merge, seed, editor);
    }

    Edit dropped() {
      return new Edit(version, published, removed, Optional.empty(), merge, seed, editor);
    }

    Edit kept() {
      return new Edit(version, published, removed, draft, Optional.empty(), seed, editor);
    }

    Edit published(Article article, Optional<String> file) {
      return in(Optional.of(article), false, file);
    }

    Edit removed(Optional<String> file) {
      return in(Optional.empty(), true, file);
    }

    Edit reverted() {
      return in(Optional.empty(), false, Optional.empty());
    }

    /** Without drafts. */
    private Edit in(Optional<Article> force, boolean gone, Optional<String> file) {
      return new Edit(version, force, gone, Optional.empty(), Optional.empty(), file, editor);
    }
  }
}
