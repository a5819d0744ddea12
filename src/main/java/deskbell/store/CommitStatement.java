package deskbell.store;

import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Turn;
import deskbell.conversation.Handover;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import deskbell.dialog.Transition;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The second trip of a turn: one statement, hence one transaction. The fence is the update's own
 * condition, which PostgreSQL checks again on the newest row after waiting for its lock. The caller
 * waits for a {@link GroupFlush}.
 */
final class CommitStatement {
  private static final String WRITES =
      """
      WITH fence AS (
        UPDATE conversation
        SET answered = $2,
            seq = seq + cardinality($6::text[]),
            memory = $5::text::jsonb,
            mode = CASE WHEN $11::text IS NULL THEN mode ELSE 'waiting' END,
            epoch = CASE WHEN $11::text IS NULL THEN epoch ELSE epoch + 1 END
        FROM (SELECT set_config('synchronous_commit', 'off', true)) AS flushed_by_group
        WHERE id = $1 AND answered = $2 - 1 AND epoch = $3 AND mode = 'bot'
        RETURNING seq - cardinality($6::text[]) AS before, mode, epoch, clock_timestamp() AS at
      ), said AS (
        INSERT INTO message (conversation, seq, sender, text, in_reply_to, choices, cards,
          source_kind, source_id, at, trace)
        SELECT $1, before + n, 'bot', words, $4, choices::jsonb, cards::jsonb, kind, id, at,
          CASE WHEN n = cardinality($6::text[]) THEN $14::text[] END
        FROM fence,
          unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
            WITH ORDINALITY AS reply (words, choices, cards, kind, id, n)
      ), queued AS (
        INSERT INTO ticket (conversation, reason, summary, language)
        SELECT $1, $11, $12::text::jsonb, $13 FROM fence WHERE $11::text IS NOT NULL
        ON CONFLICT (conversation) WHERE state IN ('waiting', 'claimed')
        DO UPDATE SET reason = excluded.reason, summary = ticket.summary || excluded.summary
      )\
      """;

  private static final String SHOWN =
      """
      , shown AS (
        UPDATE effect SET shown_at = at FROM fence
        WHERE conversation = $1 AND turn = $2 AND step = ANY ($%d::text[])
      )\
      """;

  /** Lines of their own, which no other turn waits for; they are counted behind the turns. */
  private static final String MOVED =
      """
      , moved AS (
        INSERT INTO flow_move (day, flow, edition, from_step, to_step)
        SELECT (at AT TIME ZONE 'UTC')::date, flow, edition, from_step, to_step
        FROM fence, unnest($15::text[], $16::text[], $17::text[], $18::text[])
          AS way (flow, edition, from_step, to_step)
      )\
      """;

  private static final int AFTER_WRITES = 15;
  private static final int AFTER_MOVES = 19;

  private static final String RESULT = " SELECT before, mode, epoch, at FROM fence";

  private static final String PLAIN = WRITES + RESULT;
  private static final String AFTER_CALLS = WRITES + SHOWN.formatted(AFTER_WRITES) + RESULT;
  private static final String IN_FLOWS = WRITES + MOVED + RESULT;
  private static final String IN_FLOWS_AFTER_CALLS =
      WRITES + MOVED + SHOWN.formatted(AFTER_MOVES) + RESULT;

  /** Says of a turn that was fenced off whether its answer is there; no row: no conversation. */
  static final String FENCED_SQL = "SELECT answered >= $2 FROM conversation WHERE id = $1";

  private static final int BEFORE = 0;
  private static final int MODE = 1;
  private static final int EPOCH = 2;
  private static final int AT = 3;

  private CommitStatement() {}

  /** The statement that stores this answer; most answers are in no flow and tell of no call. */
  static String sql(Answer answer) {
    if (answer.moves().isEmpty()) {
      return answer.told().isEmpty() ? PLAIN : AFTER_CALLS;
    }
    return answer.told().isEmpty() ? IN_FLOWS : IN_FLOWS_AFTER_CALLS;
  }

  static Tuple parameters(Turn turn, Answer answer) {
    var parameters = written(turn, answer);
    if (!answer.moves().isEmpty()) {
      parameters
          .addArrayOfString(column(answer.moves(), Transition::flow))
          .addArrayOfString(column(answer.moves(), Transition::edition))
          .addArrayOfString(column(answer.moves(), Transition::from))
          .addArrayOfString(column(answer.moves(), Transition::to));
    }
    return answer.told().isEmpty()
        ? parameters
        : parameters.addArrayOfString(answer.told().toArray(String[]::new));
  }

  private static Tuple written(Turn turn, Answer answer) {
    return Tuple.tuple()
        .addUUID(turn.conversation().value())
        .addLong(turn.number())
        .addLong(turn.epoch())
        .addLong(turn.seq())
        .addString(MemoryCodec.write(answer.memory()))
        .addArrayOfString(column(answer.replies(), Reply::text))
        .addArrayOfString(column(answer.replies(), reply -> Json.list(reply.choices())))
        .addArrayOfString(column(answer.replies(), reply -> Json.list(reply.cards())))
        .addArrayOfString(
            column(
                answer.replies(), reply -> reply.source().map(s -> s.kind().wire()).orElse(null)))
        .addArrayOfString(
            column(answer.replies(), reply -> reply.source().map(s -> s.id()).orElse(null)))
        .addString(answer.handover().map(Handover::reason).orElse(null))
        .addString(answer.handover().map(handover -> Json.map(handover.summary())).orElse(null))
        .addString(turn.locale().code())
        .addArrayOfString(answer.trace().toArray(String[]::new));
  }

  static Committed.Written read(Turn turn, Answer answer, Row row) {
    var at = row.getOffsetDateTime(AT).toInstant();
    var messages = new ArrayList<Message>();
    for (var reply : answer.replies()) {
      var last = messages.size() == answer.replies().size() - 1;
      messages.add(
          message(
              row.getLong(BEFORE) + messages.size() + 1,
              turn,
              reply,
              at,
              last ? answer.trace() : List.of()));
    }
    return new Committed.Written(
        List.copyOf(messages), Mode.ofWire(row.getString(MODE)), row.getLong(EPOCH));
  }

  private static Message message(long seq, Turn turn, Reply reply, Instant at, List<String> trace) {
    return new Message(
        seq,
        Sender.BOT,
        Optional.empty(),
        reply.text(),
        Optional.of(turn.seq()),
        reply.choices(),
        reply.cards(),
        at,
        reply.source(),
        false,
        trace);
  }

  private static <T> String[] column(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
