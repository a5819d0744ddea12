package deskbell.store;

import deskbell.conversation.Versioned;
import deskbell.handoff.CannedReply;
import deskbell.handoff.Department;
import deskbell.handoff.Furnishings;
import deskbell.handoff.Policy;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the desk is furnished with, in PostgreSQL. Any thread. */
public final class PgFurnishings implements Furnishings {
  private static final String POLICY =
      "SELECT first_response, resolution, capacity, assigns, version FROM desk_policy";

  private static final String SET_POLICY =
      """
      UPDATE desk_policy
      SET first_response = $1, resolution = $2, capacity = $3, assigns = $4, version = version + 1
      WHERE $5::bigint IS NULL OR version = $5
      RETURNING version\
      """;

  private static final String DEPARTMENTS =
      "SELECT id, name_en, name_zh, topics, version FROM department ORDER BY id";

  /**
   * One that was removed is added again only by whoever knows of none; the lock lets no removal
   * come between.
   */
  private static final String PUT_DEPARTMENT =
      """
      WITH next AS (UPDATE setup SET number = number + 1 RETURNING number)
      INSERT INTO department (id, name_en, name_zh, topics, version)
      SELECT $1, $2, $3, $4, number FROM next
      WHERE COALESCE($5::bigint, 0) = 0
        OR EXISTS (SELECT FROM department WHERE id = $1 FOR UPDATE)
      ON CONFLICT (id) DO UPDATE
      SET name_en = excluded.name_en, name_zh = excluded.name_zh, topics = excluded.topics,
        version = excluded.version
      WHERE $5 IS NULL OR department.version = $5
      RETURNING version\
      """;

  private static final String REMOVE_DEPARTMENT =
      """
      WITH next AS (UPDATE setup SET number = number + 1 RETURNING number),
      gone AS (
        DELETE FROM department USING next
        WHERE id = $1 AND ($2::bigint IS NULL OR version = $2)
        RETURNING id),
      left_by AS (
        UPDATE account
        SET departments = array_remove(departments, $1), serves_version = next.number FROM next
        WHERE $1 = ANY (departments) AND EXISTS (SELECT FROM gone))
      SELECT EXISTS (SELECT FROM gone) AS gone,
        EXISTS (SELECT FROM department WHERE id = $1) AS there\
      """;

  private static final String CANNED =
      "SELECT shortcut, text_en, text_zh, version FROM canned_reply ORDER BY shortcut";

  /** As {@link #PUT_DEPARTMENT}. */
  private static final String PUT_CANNED =
      """
      WITH next AS (UPDATE setup SET number = number + 1 RETURNING number)
      INSERT INTO canned_reply (shortcut, text_en, text_zh, version)
      SELECT $1, $2, $3, number FROM next
      WHERE COALESCE($4::bigint, 0) = 0
        OR EXISTS (SELECT FROM canned_reply WHERE shortcut = $1 FOR UPDATE)
      ON CONFLICT (shortcut) DO UPDATE
      SET text_en = excluded.text_en, text_zh = excluded.text_zh, version = excluded.version
      WHERE $4 IS NULL OR canned_reply.version = $4
      RETURNING version\
      """;

  private static final String REMOVE_CANNED =
      """
      WITH gone AS (
        DELETE FROM canned_reply WHERE shortcut = $1 AND ($2::bigint IS NULL OR version = $2)
        RETURNING shortcut)
      SELECT EXISTS (SELECT FROM gone) AS gone,
        EXISTS (SELECT FROM canned_reply WHERE shortcut = $1) AS there\
      """;

  private final Database database;

  /** Furnishings of this database. */
  public PgFurnishings(Database database) {
    this.database = database;
  }

  @Override
  public Future<Versioned<Policy>> policy() {
    return all(POLICY, PgFurnishings::policy).map(List::getFirst);
  }

  private static Policy policy(Row row) {
    return new Policy(
        Duration.ofSeconds(row.getInteger("first_response")),
        Duration.ofSeconds(row.getInteger("resolution")),
        row.getInteger("capacity"),
        row.getBoolean("assigns"));
  }

  @Override
  public Future<Void> policy(Policy policy, Optional<Long> seen) {
    var values =
        Tuple.of(
            Math.toIntExact(policy.firstResponse().toSeconds()),
            Math.toIntExact(policy.resolution().toSeconds()),
            policy.capacity(),
            policy.assigns(),
            seen.orElse(null));
    return put(SET_POLICY, values, "rules of the desk", seen);
  }

  @Override
  public Future<List<Versioned<Department>>> departments() {
    return all(
        DEPARTMENTS,
        row ->
            new Department(
                row.getString("id"),
                row.getString("name_en"),
                row.getString("name_zh"),
                List.of(row.getArrayOfStrings("topics"))));
  }

  @Override
  public Future<Void> put(Department department, Optional<Long> seen) {
    var values =
        Tuple.of(
            department.id(),
            department.english(),
            department.chinese(),
            department.topics().toArray(String[]::new),
            seen.orElse(null));
    return put(PUT_DEPARTMENT, values, "department " + department.id(), seen);
  }

  @Override
  public Future<Boolean> removeDepartment(String id, Optional<Long> seen) {
    return remove(REMOVE_DEPARTMENT, id, "department " + id, seen);
  }

  @Override
  public Future<List<Versioned<CannedReply>>> cannedReplies() {
    return all(
        CANNED,
        row ->
            new CannedReply(
                row.getString("shortcut"), row.getString("text_en"), row.getString("text_zh")));
  }

  @Override
  public Future<Void> put(CannedReply reply, Optional<Long> seen) {
    var values = Tuple.of(reply.shortcut(), reply.english(), reply.chinese(), seen.orElse(null));
    return put(PUT_CANNED, values, "canned reply " + reply.shortcut(), seen);
  }

  @Override
  public Future<Boolean> removeCannedReply(String shortcut, Optional<Long> seen) {
    return remove(REMOVE_CANNED, shortcut, "canned reply " + shortcut, seen);
  }

  private <T> Future<List<Versioned<T>>> all(String sql, Function<Row, T> read) {
    return database
        .rows(sql, Tuple.tuple())
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Versioned<>(read.apply(row), row.getLong("version")))
                    .toList());
  }

  private Future<Void> put(String sql, Tuple values, String what, Optional<Long> seen) {
    return database
        .rows(sql, values)
        .compose(
            rows ->
                rows.size() > 0
                    ? Future.succeededFuture()
                    : Future.failedFuture(Stale.of(what, seen)));
  }

  private Future<Boolean> remove(String sql, String name, String what, Optional<Long> seen) {
    return database
        .rows(sql, Tuple.of(name, seen.orElse(null)))
        .map(rows -> rows.iterator().next())
        .compose(
            row ->
                row.getBoolean("there") && !row.getBoolean("gone")
                    ? Future.failedFuture(Stale.of(what, seen))
                    : Future.succeededFuture(row.getBoolean("gone")));
  }
}
