package deskbell.store;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Language;
import deskbell.conversation.NotFound;
import deskbell.shop.Effect;
import deskbell.shop.Effects;
import deskbell.shop.LooseEnd;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Effects in the table {@code effect}. Any thread. */
public final class PgEffects implements Effects {
  private static final String FIND =
      """
      SELECT conversation, turn, step, operation, outcome, facts FROM effect
      WHERE conversation = $1 AND turn = $2 AND step = $3
      """;

  private static final String BEGIN =
      """
      INSERT INTO effect (conversation, turn, step, operation, arguments)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING
      """;

  private static final String FINISH =
      """
      UPDATE effect
      SET outcome = coalesce(outcome, $4), facts = coalesce(facts, $5), arguments = NULL,
          finished_at = coalesce(finished_at, clock_timestamp())
      WHERE conversation = $1 AND turn = $2 AND step = $3
      RETURNING conversation, turn, step, operation, outcome, facts
      """;

  /** What another node takes up at the same moment is skipped, not waited for. */
  private static final String TAKE_UP =
      """
      WITH due AS (
        SELECT e.conversation, e.turn, e.step, c.locale
        FROM effect e JOIN conversation c ON c.id = e.conversation
        WHERE e.shown_at IS NULL
          AND e.begun_at <= clock_timestamp() - make_interval(secs => $1)
          AND (e.taken_up_at IS NULL
            OR e.taken_up_at <= clock_timestamp() - make_interval(secs => $2))
          AND (c.mode <> 'bot' OR c.answered >= e.turn)
        ORDER BY e.begun_at
        LIMIT $3
        FOR UPDATE OF e SKIP LOCKED),
      taken AS (
        UPDATE effect e SET taken_up_at = clock_timestamp() FROM due
        WHERE e.conversation = due.conversation AND e.turn = due.turn AND e.step = due.step
        RETURNING e.*, due.locale)
      SELECT conversation, turn, step, operation, outcome, facts, arguments, begun_at, locale
      FROM taken
      ORDER BY begun_at, step
      """;

  private final Database database;

  /** Effects of this database. */
  public PgEffects(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<Effect>> find(EffectKey key) {
    return rows(FIND, named(key)).map(rows -> effects(rows).stream().findFirst());
  }

  @Override
  public Future<Void> begin(EffectKey key, String operation, Map<String, String> arguments) {
    return rows(BEGIN, named(key).addString(operation).addJsonObject(json(arguments))).mapEmpty();
  }

  @Override
  public Future<CallResult> finish(EffectKey key, CallResult result) {
    return rows(FINISH, named(key).addString(result.outcome()).addJsonObject(json(result.facts())))
        .map(
            rows ->
                effects(rows).stream()
                    .findFirst()
                    .flatMap(Effect::result)
                    .orElseThrow(() -> new NotFound("effect " + key + " does not exist")));
  }

  @Override
  public Future<List<LooseEnd>> takeUp(Duration age, Duration pause, int limit) {
    return rows(TAKE_UP, Tuple.of(seconds(age), seconds(pause), limit))
        .map(rows -> rows.stream().map(PgEffects::looseEnd).toList());
  }

  private Future<RowSet<Row>> rows(String statement, Tuple values) {
    return database.call(client -> client.preparedQuery(statement).execute(values));
  }

  private static Tuple named(EffectKey key) {
    return Tuple.of(key.conversation().value(), key.turn(), key.step());
  }

  private static List<Effect> effects(RowSet<Row> rows) {
    return rows.stream().map(PgEffects::effect).toList();
  }

  private static Effect effect(Row row) {
    var key =
        new EffectKey(
            new ConversationId(row.getUUID("conversation")),
            row.getLong("turn"),
            row.getString("step"));
    var result =
        Optional.ofNullable(row.getString("outcome"))
            .map(outcome -> new CallResult(outcome, strings(row.getJsonObject("facts"))));
    return new Effect(key, row.getString("operation"), result);
  }

  private static LooseEnd looseEnd(Row row) {
    var arguments = Optional.ofNullable(row.getJsonObject("arguments"));
    return new LooseEnd(
        effect(row),
        arguments.map(PgEffects::strings).orElse(Map.of()),
        row.getOffsetDateTime("begun_at").toInstant(),
        Language.parse(row.getString("locale")));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  private static JsonObject json(Map<String, String> values) {
    var json = new JsonObject();
    values.forEach(json::put);
    return json;
  }

  private static Map<String, String> strings(JsonObject json) {
    return json.stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
  }
}
