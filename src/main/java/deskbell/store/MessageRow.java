package deskbell.store;

import deskbell.conversation.Message;
import deskbell.conversation.Sender;
import deskbell.conversation.Source;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/**
 * A message as a query brings it, in eleven columns side by side; for agents a twelfth says why.
 */
final class MessageRow {
  /** The columns, of a table or alias named {@code m}. */
  static final String COLUMNS =
      """
      m.seq, m.sender, m.name, m.text, m.in_reply_to, m.choices::text, m.cards::text,
      m.source_kind, m.source_id, m.at, m.erased\
      """;

  /** The columns for agents. */
  static final String COLUMNS_WITH_TRACE = COLUMNS + ", m.trace";

  private static final int SENDER = 1;
  private static final int NAME = 2;
  private static final int TEXT = 3;
  private static final int IN_REPLY_TO = 4;
  private static final int CHOICES = 5;
  private static final int CARDS = 6;
  private static final int SOURCE_KIND = 7;
  private static final int SOURCE_ID = 8;
  private static final int AT = 9;
  private static final int ERASED = 10;
  private static final int TRACE = 11;

  private MessageRow() {}

  /** The message whose first column is at this position, from 0; without its reasons. */
  static Message read(Row row, int from) {
    return read(row, from, List.of());
  }

  /** The message, with its reasons, whose first column is at this position, from 0. */
  static Message readWithTrace(Row row, int from) {
    var trace = row.getArrayOfStrings(from + TRACE);
    return read(row, from, trace == null ? List.of() : List.of(trace));
  }

  private static Message read(Row row, int from, List<String> trace) {
    return new Message(
        row.getLong(from),
        Sender.ofWire(row.getString(from + SENDER)),
        Optional.ofNullable(row.getString(from + NAME)),
        row.getString(from + TEXT),
        Optional.ofNullable(row.getLong(from + IN_REPLY_TO)),
        Json.choices(row.getString(from + CHOICES)),
        Json.cards(row.getString(from + CARDS)),
        row.getOffsetDateTime(from + AT).toInstant(),
        source(row.getString(from + SOURCE_KIND), row.getString(from + SOURCE_ID)),
        row.getBoolean(from + ERASED),
        trace);
  }

  private static Optional<Source> source(String kind, String id) {
    return kind == null ? Optional.empty() : Optional.of(new Source(Source.Kind.ofWire(kind), id));
  }
}
