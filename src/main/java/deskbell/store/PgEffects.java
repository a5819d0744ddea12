package deskbell.store;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.NotFound;
import deskbell.shop.Effect;
import deskbell.shop.Effects;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
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
      INSERT INTO effect (conversation, turn, step, operation) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING
      """;

  private static final String FINISH =
      """
      UPDATE effect
      SET outcome = coalesce(outcome, $4), facts = coalesce(facts, $5),
          finished_at = coalesce(finished_at, clock_timestamp())
      WHERE conversation = $1 AND turn = $2 AND step = $3
      RETURNING conversation, turn, step, operation, outcome, facts
      """;

  private static final String RESULTS =
      """
      SELECT conversation, turn, step, operation, outcome, facts FROM effect
      WHERE conversation = $1 AND turn = $2
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
  public Future<Void> begin(EffectKey key, String operation) {
    return rows(BEGIN, named(key).addString(operation)).mapEmpty();
  }

  @Override
  public Future<CallResult> finish(EffectKey key, CallResult result) {
    var facts = new JsonObject();
    result.facts().forEach(facts::put);
    return rows(FINISH, named(key).addString(result.outcome()).addJsonObject(facts))
        .map(
            rows ->
                effects(rows).stream()
                    .findFirst()
                    .flatMap(Effect::result)
                    .orElseThrow(() -> new NotFound("effect " + key + " does not exist")));
  }

  @Override
  public Future<List<Effect>> resultsOf(ConversationId conversation, long turn) {
    return rows(RESULTS, Tuple.of(conversation.value(), turn)).map(PgEffects::effects);
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
            .map(outcome -> new CallResult(outcome, facts(row.getJsonObject("facts"))));
    return new Effect(key, row.getString("operation"), result);
  }

  private static Map<String, String> facts(JsonObject facts) {
    return facts.stream()
        .collect(Collectors.toMap(Map.Entry::getKey, fact -> (String) fact.getValue()));
  }
}
