package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.webchat.mail.DueMail;
import deskbell.webchat.mail.Mails;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Copies that were asked for, in the table {@code transcript_mail}. Any thread. */
public final class PgMails implements Mails {
  private static final String TAKE =
      """
      UPDATE transcript_mail
      SET tries = tries + 1, due_at = now() + make_interval(secs => $2 * 4 ^ tries)
      WHERE id IN (
        SELECT id FROM transcript_mail
        WHERE email IS NOT NULL AND due_at <= now()
        ORDER BY due_at LIMIT $1
        FOR UPDATE SKIP LOCKED)
      RETURNING id, conversation, email, language, seq, tries
      """;

  private static final String DONE = "UPDATE transcript_mail SET email = NULL WHERE id = $1";

  private static final String SWEEP =
      """
      DELETE FROM transcript_mail
      WHERE email IS NULL AND requested_at < now() - interval '1 day'
      """;

  private final Database database;

  /** Mails of an open database. */
  public PgMails(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<DueMail>> take(int most, Duration first) {
    return database
        .rows(TAKE, Tuple.of(most, (double) first.toSeconds()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(PgMails::due).toList());
  }

  @Override
  public Future<Void> done(long id) {
    return database.rows(DONE, Tuple.of(id)).mapEmpty();
  }

  @Override
  public Future<Void> sweep() {
    return database.rows(SWEEP, Tuple.tuple()).mapEmpty();
  }

  private static DueMail due(Row row) {
    return new DueMail(
        row.getLong("id"),
        new ConversationId(row.getUUID("conversation")),
        row.getString("email"),
        Language.parse(row.getString("language")),
        row.getLong("seq"),
        row.getInteger("tries"));
  }
}
