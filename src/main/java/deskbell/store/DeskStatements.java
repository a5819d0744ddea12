package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import deskbell.handoff.Agent;
import deskbell.handoff.AgentReply;
import deskbell.handoff.Move;
import deskbell.handoff.Moved;
import deskbell.handoff.Outcome;
import deskbell.handoff.Replied;
import deskbell.handoff.Standing;
import deskbell.handoff.Standing.OpenTicket;
import deskbell.handoff.TicketState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** What an agent does to one conversation, within one transaction that locks its row first. */
final class DeskStatements {
  private static final String LOCK = "SELECT id FROM conversation WHERE id = $1 FOR NO KEY UPDATE";

  /** A statement of its own: it sees what the lock's last holder has committed. */
  private static final String STANDING =
      """
      SELECT c.mode, c.epoch, c.agent, c.locale, t.id AS ticket, t.agent AS ticket_agent
      FROM conversation c
      LEFT JOIN ticket t ON t.conversation = c.id AND t.state IN ('waiting', 'claimed')
      WHERE c.id = $1\
      """;

  /**
   * What the bot goes on with when it gets a conversation back: who the shopper is and which order
   * it is about, but none of the questions that it had open.
   */
  private static final String HANDED_BACK =
      """
      CASE WHEN memory -> 'dialog' ? 'known' THEN
        memory || jsonb_build_object('misses', 0, 'offered', '[]'::jsonb, 'dialog',
          (memory -> 'dialog') || jsonb_build_object('flows', '[]'::jsonb, 'known',
            (memory -> 'dialog' -> 'known') || coalesce((
              SELECT jsonb_object_agg(
                slot.key, jsonb_build_object('value', slot.value, 'at', flow -> 'heardAt'))
              FROM jsonb_array_elements(memory -> 'dialog' -> 'flows') AS flow,
                jsonb_each_text(flow -> 'slots') AS slot
              WHERE slot.key IN ('order', 'email', 'phone')), '{}')))
      END\
      """;

  /**
   * Since when somebody waits who goes back to the queue: all the time where no person has
   * answered, else since the first words that nobody has answered.
   */
  private static final String QUEUED_AGAIN =
      """
      CASE WHEN replied_at IS NULL AND NOT (reason = 'taken_over' AND queued_at = created_at)
        THEN queued_at
        ELSE coalesce((
          SELECT min(said.at) FROM message said
          WHERE said.conversation = $1 AND said.sender = 'shopper' AND said.seq > coalesce((
            SELECT max(told.seq) FROM message told
            WHERE told.conversation = $1 AND told.sender IN ('agent', 'bot')), 0)), now())
      END\
      """;

  /**
   * Handed back, the conversation owes no answer to what was said before. In the queue again after
   * a person has answered, its ticket begins another wait; the one that is over is kept.
   */
  private static final String CHANGE =
      """
      WITH c AS (
        UPDATE conversation
        SET mode = $2, agent = $3, epoch = epoch + 1, seq = seq + 1,
            answered = CASE WHEN $2 IN ('bot', 'closed') THEN turn ELSE answered END,
            memory = CASE $2 WHEN 'bot' THEN %s ELSE memory END,
            left_at = CASE $2 WHEN 'closed' THEN NULL ELSE left_at END,
            closed_at = CASE $2 WHEN 'closed' THEN now() ELSE closed_at END
        WHERE id = $1
        RETURNING id, epoch, seq, locale),
      past AS (
        INSERT INTO past_wait (ticket, queued_at, claimed_at, replied_at)
        SELECT id, queued_at, claimed_at, replied_at FROM ticket
        WHERE conversation = $1 AND state = 'claimed' AND $4 = 'waiting'
          AND replied_at IS NOT NULL AND email IS NULL
          AND NOT (reason = 'taken_over' AND queued_at = created_at)
        ON CONFLICT DO NOTHING),
      t AS (
        UPDATE ticket
        SET state = $4, agent = CASE $4 WHEN 'waiting' THEN NULL ELSE coalesce($3, agent) END,
            queued_at = CASE $4 WHEN 'waiting' THEN %s ELSE queued_at END,
            replied_at = CASE $4 WHEN 'waiting' THEN NULL ELSE replied_at END,
            claimed_at = CASE $4 WHEN 'claimed' THEN coalesce(claimed_at, now())
              WHEN 'waiting' THEN NULL ELSE claimed_at END,
            ended_at = CASE WHEN $4 IN ('released', 'closed') THEN now() END,
            outcome = $6, department = coalesce($7, department)
        WHERE conversation = $1 AND state IN ('waiting', 'claimed')
        RETURNING id),
      opened AS (
        INSERT INTO ticket (conversation, state, reason, summary, language, agent, claimed_at)
        SELECT id, $4, 'taken_over', '{}', locale, $3, now() FROM c
        WHERE $4 = 'claimed' AND NOT EXISTS (SELECT FROM t)
        RETURNING id),
      m AS (
        INSERT INTO message (conversation, seq, sender, text)
        SELECT id, seq, 'system', $5 FROM c
        RETURNING *)
      SELECT c.epoch, (SELECT id FROM t UNION ALL SELECT id FROM opened) AS ticket, %s
      FROM c, m\
      """
          .formatted(HANDED_BACK, QUEUED_AGAIN, MessageRow.COLUMNS);

  private static final int MESSAGE = 2;

  private static final String MARK =
      """
      UPDATE ticket
      SET state = $2, agent = coalesce($3, agent),
          claimed_at = CASE $2 WHEN 'claimed' THEN coalesce(claimed_at, now()) ELSE claimed_at END,
          ended_at = CASE WHEN $2 = 'closed' THEN now() END
      WHERE conversation = $1 AND state IN ('waiting', 'claimed')\
      """;

  private static final String EARLIER =
      """
      SELECT seq, erased OR (text = $3 AND name = $4) AS same FROM message
      WHERE conversation = $1 AND client_id = $2 AND sender = 'agent'\
      """;

  private static final String APPEND =
      """
      WITH c AS (UPDATE conversation SET seq = seq + 1 WHERE id = $1 RETURNING id, seq),
      first AS (
        UPDATE ticket SET replied_at = now()
        WHERE conversation = $1 AND state = 'claimed' AND replied_at IS NULL),
      m AS (
        INSERT INTO message (
          conversation, seq, sender, client_id, text, name, source_kind, source_id)
        SELECT id, seq, 'agent', $2, $3, $4, 'agent', $4 FROM c
        RETURNING *)
      SELECT %s FROM m\
      """
          .formatted(MessageRow.COLUMNS);

  private final SqlClient client;
  private final ConversationId conversation;

  DeskStatements(SqlClient client, ConversationId conversation) {
    this.client = client;
    this.conversation = conversation;
  }

  /** Locks the conversation until the transaction ends, and says how it stands. */
  Future<Standing> lock() {
    return rows(LOCK, Tuple.of(conversation.value()))
        .compose(locked -> rows(STANDING, Tuple.of(conversation.value())))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(this::standing)
                    .orElseThrow(() -> PgConversations.missing(conversation)));
  }

  /** Gives the conversation into other hands. */
  Future<Moved> apply(Standing now, Move.Change change) {
    var aside = change.aside();
    return aside
        .note()
        .map(last -> PgNotes.write(client, conversation, last.note(), last.by()).mapEmpty())
        .orElseGet(Future::succeededFuture)
        .compose(noted -> changeHands(now, change));
  }

  private Future<Moved> changeHands(Standing now, Move.Change change) {
    var parameters =
        Tuple.tuple()
            .addUUID(conversation.value())
            .addString(change.mode().wire())
            .addString(change.agent().orElse(null))
            .addString(change.ticket().wire())
            .addString(change.announcement())
            .addString(change.aside().outcome().map(Outcome::wire).orElse(null))
            .addString(change.aside().department().orElse(null));
    return rows(CHANGE, parameters)
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Moved.Done(
                    after(
                        now,
                        change.mode(),
                        row.getLong("epoch"),
                        change.agent(),
                        ticket(change.ticket(), row.getLong("ticket"), change.agent())),
                    MessageRow.read(row, MESSAGE)));
  }

  /** Changes the ticket alone. */
  Future<Moved> mark(Standing now, Move.Mark mark) {
    return rows(
            MARK, Tuple.of(conversation.value(), mark.ticket().wire(), mark.agent().orElse(null)))
        .map(
            new Moved.Marked(
                after(
                    now,
                    now.mode(),
                    now.epoch(),
                    now.agent(),
                    ticket(mark.ticket(), now.ticket().orElseThrow().id(), mark.agent()))));
  }

  /** What an earlier reply under this id was; empty where there is none. */
  Future<Optional<Replied>> earlier(AgentReply reply, Agent agent) {
    return rows(EARLIER, parameters(reply, agent))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            row.getBoolean("same")
                                ? new Replied.Repeated(row.getLong("seq"))
                                : new Replied.IdReused()));
  }

  /** Stores a reply under the next number. */
  Future<Replied> append(AgentReply reply, Agent agent) {
    return rows(APPEND, parameters(reply, agent))
        .map(rows -> new Replied.Stored(MessageRow.read(rows.iterator().next(), 0)));
  }

  private static Tuple parameters(AgentReply reply, Agent agent) {
    return Tuple.of(reply.conversation().value(), reply.clientId(), reply.text(), agent.name());
  }

  private Standing standing(Row row) {
    var ticket = row.getLong("ticket");
    return new Standing(
        conversation,
        Mode.ofWire(row.getString("mode")),
        row.getLong("epoch"),
        Optional.ofNullable(row.getString("agent")),
        Language.parse(row.getString("locale")),
        Optional.ofNullable(ticket)
            .map(id -> new OpenTicket(id, Optional.ofNullable(row.getString("ticket_agent")))));
  }

  private static Standing after(
      Standing before, Mode mode, long epoch, Optional<String> agent, Optional<OpenTicket> ticket) {
    return new Standing(before.conversation(), mode, epoch, agent, before.language(), ticket);
  }

  private static Optional<OpenTicket> ticket(TicketState state, Long id, Optional<String> agent) {
    return state.open() ? Optional.of(new OpenTicket(id, agent)) : Optional.empty();
  }

  private Future<RowSet<Row>> rows(String sql, Tuple parameters) {
    return client.preparedQuery(sql).execute(parameters);
  }
}
