package deskbell.store;

import deskbell.handoff.CannedReply;
import deskbell.handoff.Department;
import deskbell.handoff.Furnishings;
import deskbell.handoff.Policy;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;

/** What the desk is furnished with, in PostgreSQL. Any thread. */
public final class PgFurnishings implements Furnishings {
  private static final String POLICY =
      "SELECT first_response, resolution, capacity, assigns FROM desk_policy";

  private static final String SET_POLICY =
      """
      UPDATE desk_policy
      SET first_response = $1, resolution = $2, capacity = $3, assigns = $4\
      """;

  private static final String DEPARTMENTS =
      "SELECT id, name_en, name_zh, topics FROM department ORDER BY id";

  private static final String PUT_DEPARTMENT =
      """
      INSERT INTO department (id, name_en, name_zh, topics) VALUES ($1, $2, $3, $4)
      ON CONFLICT (id) DO UPDATE
      SET name_en = excluded.name_en, name_zh = excluded.name_zh, topics = excluded.topics\
      """;

  private static final String REMOVE_DEPARTMENT =
      """
      WITH gone AS (DELETE FROM department WHERE id = $1 RETURNING id),
      left_by AS (
        UPDATE account SET departments = array_remove(departments, $1)
        WHERE $1 = ANY (departments))
      SELECT id FROM gone\
      """;

  private static final String CANNED =
      "SELECT shortcut, text_en, text_zh FROM canned_reply ORDER BY shortcut";

  private static final String PUT_CANNED =
      """
      INSERT INTO canned_reply (shortcut, text_en, text_zh) VALUES ($1, $2, $3)
      ON CONFLICT (shortcut) DO UPDATE
      SET text_en = excluded.text_en, text_zh = excluded.text_zh\
      """;

  private static final String REMOVE_CANNED =
      "DELETE FROM canned_reply WHERE shortcut = $1 RETURNING shortcut";

  private final Database database;

  /** Furnishings of this database. */
  public PgFurnishings(Database database) {
    this.database = database;
  }

  @Override
  public Future<Policy> policy() {
    return database
        .rows(POLICY, Tuple.tuple())
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Policy(
                    Duration.ofSeconds(row.getInteger("first_response")),
                    Duration.ofSeconds(row.getInteger("resolution")),
                    row.getInteger("capacity"),
                    row.getBoolean("assigns")));
  }

  @Override
  public Future<Void> policy(Policy policy) {
    return database
        .rows(
            SET_POLICY,
            Tuple.of(
                Math.toIntExact(policy.firstResponse().toSeconds()),
                Math.toIntExact(policy.resolution().toSeconds()),
                policy.capacity(),
                policy.assigns()))
        .mapEmpty();
  }

  @Override
  public Future<List<Department>> departments() {
    return database
        .rows(DEPARTMENTS, Tuple.tuple())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Department(
                                row.getString("id"),
                                row.getString("name_en"),
                                row.getString("name_zh"),
                                List.of(row.getArrayOfStrings("topics"))))
                    .toList());
  }

  @Override
  public Future<Void> put(Department department) {
    return database
        .rows(
            PUT_DEPARTMENT,
            Tuple.of(department.id(), department.english(), department.chinese())
                .addArrayOfString(department.topics().toArray(String[]::new)))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> removeDepartment(String id) {
    return database.rows(REMOVE_DEPARTMENT, Tuple.of(id)).map(rows -> rows.size() > 0);
  }

  @Override
  public Future<List<CannedReply>> cannedReplies() {
    return database
        .rows(CANNED, Tuple.tuple())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new CannedReply(
                                row.getString("shortcut"),
                                row.getString("text_en"),
                                row.getString("text_zh")))
                    .toList());
  }

  @Override
  public Future<Void> put(CannedReply reply) {
    return database
        .rows(PUT_CANNED, Tuple.of(reply.shortcut(), reply.english(), reply.chinese()))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> removeCannedReply(String shortcut) {
    return database.rows(REMOVE_CANNED, Tuple.of(shortcut)).map(rows -> rows.size() > 0);
  }
}
