package deskbell.store;

import deskbell.conversation.Conflict;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.ArticleState;
import deskbell.knowledge.ArticleStore;
import deskbell.knowledge.Fingerprint;
import deskbell.knowledge.Revision;
import deskbell.store.ArticleStatements.Edit;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Edits of articles in PostgreSQL. Any thread. */
public final class PgArticles implements ArticleStore {
  /** Who is named in the history where a file has changed. */
  private static final String FILE = "file";

  private static final String PUBLICATION = "SELECT number FROM publication";

  /** One statement, so that the number and the texts are of one moment. */
  private static final String PUBLISHED =
      """
      SELECT p.number, e.id, e.language, e.published::text AS published
      FROM publication p LEFT JOIN article_edit e ON e.published IS NOT NULL OR e.removed\
      """;

  /** A change may be committed this much later than it says it was made. */
  private static final String OVERLAP = "interval '1 minute'";

  /** What has changed since the last look; its number tells whether rows are gone, too. */
  private static final String LIST =
      "SELECT seen.until, seen.number, e.* FROM (SELECT now() - "
          + OVERLAP
          + " AS until, (SELECT count(*) FROM article_edit WHERE version > 0) AS number) AS seen"
          + " LEFT JOIN (SELECT "
          + ArticleStatements.COLUMNS
          + " FROM article_edit WHERE version > 0 AND changed_at > $1) AS e ON true";

  private static final String FIND =
      "SELECT " + ArticleStatements.COLUMNS + " FROM article_edit WHERE id = $1 AND language = $2";

  private static final String HISTORY =
      """
      SELECT id, language, version, kind, content::text AS content, editor, at
      FROM article_revision WHERE id = $1 AND language = $2
      ORDER BY version DESC LIMIT $3\
      """;

  /** The seed's change is the guard: of nodes that start at once, one notices. */
  private static final String NOTICE =
      """
      WITH file AS (
        SELECT id, language, seed, content::jsonb AS content
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
          AS f (id, language, seed, content)),
      changed AS (
        UPDATE article_edit e
        SET version = e.version + 1, seed = f.seed, editor = $5, changed_at = clock_timestamp(),
          merge = CASE WHEN f.content = e.published THEN NULL ELSE f.content END
        FROM file f
        WHERE e.id = f.id AND e.language = f.language AND (e.published IS NOT NULL OR e.removed)
          AND e.seed IS DISTINCT FROM f.seed
        RETURNING e.id, e.language, e.version, f.content, e.merge, e.changed_at),
      noted AS (
        INSERT INTO article_revision (id, language, version, kind, content, editor, at)
        SELECT id, language, version, $6, content, $5, changed_at FROM changed)
      SELECT id, language FROM changed WHERE merge IS NOT NULL\
      """;

  private final Database database;

  /** What the last look found: a list of thousands of texts is not read anew for each page. */
  private volatile Listed listed = Listed.NOTHING;

  /** Articles in this database. */
  public PgArticles(Database database) {
    this.database = database;
  }

  @Override
  public Future<Long> publication() {
    return database
        .rows(PUBLICATION, Tuple.tuple())
        .map(rows -> rows.iterator().next().getLong("number"));
  }

  @Override
  public Future<Edits> published() {
    return database.rows(PUBLISHED, Tuple.tuple()).map(PgArticles::edits);
  }

  @Override
  public Future<List<ArticleState>> list() {
    return list(listed);
  }

  private Future<List<ArticleState>> list(Listed known) {
    return database
        .rows(LIST, Tuple.of(known.until()))
        .compose(
            rows -> {
              var now = known.with(rows);
              if (now.states().size() != rows.iterator().next().getLong("number")) {
                return known.equals(Listed.NOTHING)
                    ? Future.succeededFuture(now.states())
                    : list(Listed.NOTHING);
              }
              listed = now;
              return Future.succeededFuture(now.states());
            });
  }

  @Override
  public Future<ArticleState> find(ArticleKey key) {
    return database
        .rows(FIND, Tuple.of(key.id(), key.language().code()))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(ArticleStatements::state)
                    .orElseGet(() -> ArticleState.untouched(key)));
  }

  @Override
  public Future<ArticleState> saveDraft(Article draft, long version, String editor) {
    return change(
        new Change(draft.key(), version, editor, Revision.Kind.DRAFTED, Optional.of(draft)),
        edit -> edit.drafted(draft));
  }

  @Override
  public Future<ArticleState> dropDraft(ArticleKey key, long version, String editor) {
    return change(
        new Change(key, version, editor, Revision.Kind.DROPPED, Optional.empty()), Edit::dropped);
  }

  @Override
  public Future<ArticleState> keepOverFile(ArticleKey key, long version, String editor) {
    return change(
        new Change(key, version, editor, Revision.Kind.KEPT, Optional.empty()), Edit::kept);
  }

  @Override
  public Future<ArticleState> publish(
      Article article, Optional<String> seed, long version, String editor) {
    return change(
        new Change(article.key(), version, editor, Revision.Kind.PUBLISHED, Optional.of(article)),
        edit -> edit.published(article, seed));
  }

  @Override
  public Future<ArticleState> remove(
      ArticleKey key, Optional<String> seed, long version, String editor) {
    return change(
        new Change(key, version, editor, Revision.Kind.REMOVED, Optional.empty()),
        edit -> edit.removed(seed));
  }

  @Override
  public Future<ArticleState> revert(ArticleKey key, long version, String editor) {
    return change(
        new Change(key, version, editor, Revision.Kind.REVERTED, Optional.empty()), Edit::reverted);
  }

  @Override
  public Future<List<Revision>> history(ArticleKey key, int limit) {
    return database
        .rows(HISTORY, Tuple.of(key.id(), key.language().code(), limit))
        .map(rows -> rows.stream().map(PgArticles::revision).toList());
  }

  @Override
  public Future<List<ArticleKey>> noticeFiles(List<Article> files) {
    var values =
        Tuple.of(
            files.stream().map(Article::id).toArray(String[]::new),
            files.stream().map(file -> file.language().code()).toArray(String[]::new),
            files.stream().map(Fingerprint::of).toArray(String[]::new),
            files.stream().map(ArticleCodec::write).toArray(String[]::new),
            FILE,
            Revision.Kind.FILE_CHANGED.wire());
    return database
        .rows(NOTICE, values)
        .map(rows -> rows.stream().map(ArticleStatements::key).sorted().toList());
  }

  private Future<ArticleState> change(Change change, UnaryOperator<Edit> next) {
    return database.transaction(
        client -> {
          var statements = new ArticleStatements(client, change.key());
          return statements
              .lock()
              .compose(
                  now ->
                      statements.change(
                          next.apply(change.checked(now)), change.editor(), change.publishes()))
              .compose(now -> statements.note(now, change.kind(), change.content()))
              .compose(
                  now ->
                      change.publishes()
                          ? ArticleStatements.publish(client).map(now)
                          : Future.succeededFuture(now));
        });
  }

  private static Edits edits(RowSet<Row> rows) {
    var articles = new HashMap<ArticleKey, Optional<Article>>();
    var publication = 0L;
    for (var row : rows) {
      publication = row.getLong("number");
      if (row.getString("id") != null) {
        var key = ArticleStatements.key(row);
        articles.put(key, ArticleCodec.read(key, row.getString("published")));
      }
    }
    return new Edits(publication, articles);
  }

  private static Revision revision(Row row) {
    var key = ArticleStatements.key(row);
    return new Revision(
        key,
        row.getLong("version"),
        Revision.Kind.ofWire(row.getString("kind")),
        ArticleCodec.read(key, row.getString("content")),
        row.getString("editor"),
        row.getOffsetDateTime("at").toInstant());
  }

  /** Every edited article, ordered by key, as of a moment. */
  private record Listed(OffsetDateTime until, List<ArticleState> states) {
    static final Listed NOTHING = new Listed(Instant.EPOCH.atOffset(ZoneOffset.UTC), List.of());

    Listed with(RowSet<Row> rows) {
      var all = new TreeMap<ArticleKey, ArticleState>();
      var changed = false;
      for (var row : rows) {
        if (row.getString("id") != null) {
          var state = ArticleStatements.state(row);
          changed = true;
          all.put(state.key(), state);
        }
      }
      var newest = rows.iterator().next().getOffsetDateTime("until");
      if (!changed) {
        return new Listed(newest, states);
      }
      states.forEach(state -> all.putIfAbsent(state.key(), state));
      return new Listed(newest, List.copyOf(all.values()));
    }
  }

  /** What an editor wants of an article of this version. */
  private record Change(
      ArticleKey key, long version, String editor, Revision.Kind kind, Optional<Article> content) {
    /** The row, where it still is what the editor saw. */
    Edit checked(Edit now) {
      if (now.version() != version) {
        throw new Conflict(
            "article %s is at version %d by now, changed by %s; this change is of version %d"
                .formatted(key, now.version(), now.editor().orElse("nobody"), version));
      }
      return now;
    }

    boolean publishes() {
      return switch (kind) {
        case PUBLISHED, REMOVED, REVERTED -> true;
        case DRAFTED, DROPPED, FILE_CHANGED, KEPT -> false;
      };
    }
  }
}
