package deskbell.store;

import deskbell.conversation.ConversationId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Whose pages are open at this node while a person has them or should, and signs of life of all
 * nodes. Any thread.
 */
final class PgVisits {
  private static final String HERE =
      """
      WITH sign AS (
        INSERT INTO node (id, seen_at) VALUES ($2, now()) ON CONFLICT DO NOTHING),
      page AS (
        INSERT INTO visit (conversation, node) VALUES ($1, $2) ON CONFLICT DO NOTHING)
      UPDATE conversation SET left_at = NULL WHERE id = $1 AND left_at IS NOT NULL
      RETURNING id\
      """;

  private static final String GONE =
      """
      WITH page AS (DELETE FROM visit WHERE conversation = $1 AND node = $2)
      UPDATE conversation SET left_at = now()
      WHERE id = $1 AND mode IN ('waiting', 'human') AND left_at IS NULL
        AND NOT EXISTS (
          SELECT FROM visit elsewhere WHERE elsewhere.conversation = $1 AND elsewhere.node <> $2)
      RETURNING id\
      """;

  /** All parts see one moment, so that visits at silent nodes are still there for the last. */
  private static final String SIGN =
      """
      WITH sign AS (
        INSERT INTO node (id, seen_at) VALUES ($1, now())
        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at),
      silent AS (
        DELETE FROM node
        WHERE id <> $1 AND seen_at < now() - $2::bigint * interval '1 millisecond'
        RETURNING id, seen_at),
      lost AS (
        DELETE FROM visit USING silent WHERE visit.node = silent.id
        RETURNING visit.conversation, silent.seen_at)
      UPDATE conversation c SET left_at = last.seen_at
      FROM (SELECT conversation, max(seen_at) AS seen_at FROM lost GROUP BY conversation) AS last
      WHERE c.id = last.conversation AND c.mode IN ('waiting', 'human') AND c.left_at IS NULL
        AND NOT EXISTS (
          SELECT FROM visit elsewhere WHERE elsewhere.conversation = c.id
            AND NOT EXISTS (SELECT FROM silent WHERE silent.id = elsewhere.node))
      RETURNING c.id\
      """;

  private final Database database;
  private final UUID node = UUID.randomUUID();

  /** A node of its own. */
  PgVisits(Database database) {
    this.database = database;
  }

  Future<Boolean> here(ConversationId conversation) {
    return changed(HERE, conversation);
  }

  Future<Boolean> gone(ConversationId conversation) {
    return changed(GONE, conversation);
  }

  private Future<Boolean> changed(String sql, ConversationId conversation) {
    return database.rows(sql, Tuple.of(conversation.value(), node)).map(rows -> rows.size() > 0);
  }

  Future<List<ConversationId>> sign(Duration silence) {
    return database
        .rows(SIGN, Tuple.of(node, silence.toMillis()))
        .map(rows -> rows.stream().map(row -> new ConversationId(row.getUUID("id"))).toList());
  }
}
