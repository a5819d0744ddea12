package deskbell.store;

import deskbell.console.webhook.Attempt;
import deskbell.console.webhook.Delivery;
import deskbell.console.webhook.EventKind;
import deskbell.console.webhook.Webhook;
import deskbell.console.webhook.WebhookAddress;
import deskbell.console.webhook.WebhookSecret;
import deskbell.console.webhook.WebhookStore;
import deskbell.conversation.ConversationId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Webhooks and their outbox in PostgreSQL; triggers fill it. Any thread. */
public final class PgWebhooks implements WebhookStore {
  private static final String ADD =
      """
      INSERT INTO webhook (url, events, secret, enabled, created_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6) RETURNING id\
      """;

  private static final String LIST =
      """
      SELECT w.id, w.url, w.events, w.enabled, w.created_by, w.created_at,
        (SELECT count(*) FROM webhook_delivery WHERE webhook = w.id AND state = 'due') AS due,
        (SELECT count(*) FROM webhook_delivery
          WHERE webhook = w.id AND state = 'given_up' AND kind <> 'webhook.test') AS given_up
      FROM webhook w ORDER BY w.id\
      """;

  private static final String CHANGE =
      "UPDATE webhook SET url = $2, events = $3, enabled = $4 WHERE id = $1";

  private static final String RENEW = "UPDATE webhook SET secret = $2 WHERE id = $1";

  private static final String REMOVE = "DELETE FROM webhook WHERE id = $1";

  private static final String DELIVERIES =
      """
      SELECT id, kind, conversation, at, state, tries, next_at, status, problem
      FROM webhook_delivery WHERE webhook = $1 ORDER BY id DESC LIMIT $2\
      """;

  private static final String TEST =
      """
      INSERT INTO webhook_delivery (webhook, event, kind, data, at, next_at)
      SELECT id, gen_random_uuid(), 'webhook.test', '{}', $2, $2
      FROM webhook WHERE id = $1 AND enabled RETURNING id\
      """;

  private static final String AGAIN =
      """
      UPDATE webhook_delivery SET state = 'due', next_at = $3, ended_at = NULL
      WHERE webhook = $1 AND id = $2 AND state = 'given_up'\
      """;

  /** Each program's share is limited, so that a slow one does not hold up the others. */
  private static final String TAKE =
      """
      WITH picked AS (
        SELECT due.id FROM webhook w
        CROSS JOIN LATERAL (
          SELECT d.id FROM webhook_delivery d
          WHERE d.webhook = w.id AND d.state = 'due' AND d.next_at <= $1
          ORDER BY d.next_at LIMIT $3 FOR UPDATE SKIP LOCKED) due
        WHERE w.enabled)
      UPDATE webhook_delivery d SET tries = d.tries + 1, next_at = $2
      FROM picked, webhook w
      WHERE d.id = picked.id AND w.id = d.webhook
      RETURNING d.id, d.event, d.kind, d.conversation, d.data::text AS data, d.at, d.tries, w.url,
        w.secret\
      """;

  private static final String NOTE =
      """
      UPDATE webhook_delivery
      SET state = $3, status = $4, problem = $5, next_at = coalesce($6, next_at), ended_at = $7
      WHERE id = $1 AND tries = $2 AND state = 'due'\
      """;

  private static final String SWEEP =
      "DELETE FROM webhook_delivery WHERE state <> 'due' AND ended_at < $1";

  private final Database database;

  /** Webhooks in this database. */
  public PgWebhooks(Database database) {
    this.database = database;
  }

  @Override
  public Future<Webhook> add(Webhook webhook, WebhookSecret secret) {
    var values =
        Tuple.of(
            webhook.address().toString(),
            wires(webhook.events()),
            secret.text(),
            webhook.enabled(),
            webhook.createdBy(),
            utc(webhook.createdAt()));
    return database
        .rows(ADD, values)
        .map(rows -> rows.iterator().next().getLong("id"))
        .map(
            id ->
                new Webhook(
                    id,
                    webhook.address(),
                    webhook.events(),
                    webhook.enabled(),
                    webhook.createdBy(),
                    webhook.createdAt()));
  }

  @Override
  public Future<List<Listed>> list() {
    return database
        .rows(LIST, Tuple.tuple())
        .map(rows -> rows.stream().map(PgWebhooks::listed).toList());
  }

  @Override
  public Future<Boolean> change(
      long id, WebhookAddress address, Set<EventKind> events, boolean enabled) {
    return one(CHANGE, Tuple.of(id, address.toString(), wires(events), enabled));
  }

  @Override
  public Future<Boolean> renew(long id, WebhookSecret secret) {
    return one(RENEW, Tuple.of(id, secret.text()));
  }

  @Override
  public Future<Boolean> remove(long id) {
    return one(REMOVE, Tuple.of(id));
  }

  @Override
  public Future<List<Told>> deliveries(long webhook, int limit) {
    return database
        .rows(DELIVERIES, Tuple.of(webhook, limit))
        .map(rows -> rows.stream().map(PgWebhooks::told).toList());
  }

  @Override
  public Future<Optional<Long>> test(long webhook, Instant now) {
    return database
        .rows(TEST, Tuple.of(webhook, utc(now)))
        .map(rows -> rows.stream().findFirst().map(row -> row.getLong("id")));
  }

  @Override
  public Future<Boolean> again(long webhook, long delivery, Instant now) {
    return one(AGAIN, Tuple.of(webhook, delivery, utc(now)));
  }

  @Override
  public Future<List<Delivery>> take(Instant now, Instant lease, int together) {
    return database
        .rows(TAKE, Tuple.of(utc(now), utc(lease), together))
        .map(rows -> rows.stream().map(PgWebhooks::delivery).toList());
  }

  @Override
  public Future<Void> note(Delivery delivery, Attempt attempt, Instant now) {
    var values = Tuple.of(delivery.id(), delivery.tries());
    return database.rows(NOTE, ended(values, attempt, now)).mapEmpty();
  }

  private static Tuple ended(Tuple values, Attempt attempt, Instant now) {
    var status = attempt.status().orElse(null);
    return switch (attempt) {
      case Attempt.Delivered _ ->
          add(values, "delivered", status, Optional.empty(), Optional.empty(), Optional.of(now));
      case Attempt.Failed(_, var problem, var again) ->
          add(values, "due", status, Optional.of(problem), Optional.of(again), Optional.empty());
      case Attempt.GivenUp(_, var problem) ->
          add(values, "given_up", status, Optional.of(problem), Optional.empty(), Optional.of(now));
    };
  }

  private static Tuple add(
      Tuple values,
      String state,
      Integer status,
      Optional<String> problem,
      Optional<Instant> next,
      Optional<Instant> ended) {
    return values
        .addString(state)
        .addInteger(status)
        .addString(problem.orElse(null))
        .addOffsetDateTime(next.map(PgWebhooks::utc).orElse(null))
        .addOffsetDateTime(ended.map(PgWebhooks::utc).orElse(null));
  }

  @Override
  public Future<Void> sweep(Instant before) {
    return database.rows(SWEEP, Tuple.of(utc(before))).mapEmpty();
  }

  private Future<Boolean> one(String statement, Tuple values) {
    return database.rows(statement, values).map(changed -> changed.rowCount() == 1);
  }

  private static Listed listed(Row row) {
    var webhook =
        new Webhook(
            row.getLong("id"),
            WebhookAddress.parse(row.getString("url")),
            Stream.of(row.getArrayOfStrings("events"))
                .map(EventKind::parse)
                .collect(Collectors.toSet()),
            row.getBoolean("enabled"),
            row.getString("created_by"),
            row.getOffsetDateTime("created_at").toInstant());
    return new Listed(webhook, row.getLong("due"), row.getLong("given_up"));
  }

  private static Told told(Row row) {
    return new Told(
        row.getLong("id"),
        EventKind.parse(row.getString("kind")),
        conversation(row),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("state"),
        row.getInteger("tries"),
        row.getOffsetDateTime("next_at").toInstant(),
        Optional.ofNullable(row.getInteger("status")),
        Optional.ofNullable(row.getString("problem")));
  }

  private static Delivery delivery(Row row) {
    return new Delivery(
        row.getLong("id"),
        WebhookAddress.parse(row.getString("url")),
        new WebhookSecret(row.getString("secret")),
        row.getUUID("event"),
        EventKind.parse(row.getString("kind")),
        conversation(row),
        new JsonObject(row.getString("data")),
        row.getOffsetDateTime("at").toInstant(),
        row.getInteger("tries"));
  }

  private static Optional<ConversationId> conversation(Row row) {
    return Optional.ofNullable(row.getUUID("conversation")).map(ConversationId::new);
  }

  private static String[] wires(Set<EventKind> events) {
    return events.stream().map(EventKind::wire).sorted().toArray(String[]::new);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
