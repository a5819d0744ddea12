package deskbell.store;

import deskbell.answering.Accepted;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.NotFound;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first trip of a turn: its parameters and how its rows are read. */
final class AcceptStatement {
  static final String SQL = "SELECT * FROM accept_message($1, $2, $3, $4, $5, $6)";

  private static final int OUTCOME = 0;
  private static final int TURN = 1;
  private static final int EPOCH = 2;
  private static final int LOCALE = 3;
  private static final int IDENTITY = 4;
  private static final int ADDRESS = 5;
  private static final int MEMORY = 6;
  private static final int MESSAGE = 7;

  private AcceptStatement() {}

  static Tuple parameters(ConversationId conversation, String clientId, Ask ask) {
    return switch (ask) {
      case Ask.Say(var text) -> Tuple.of(conversation.value(), clientId, "say", text, null, null);
      case Ask.Human(var text) ->
          Tuple.of(conversation.value(), clientId, "human", text, null, null);
      case Ask.Choose(var message, var value, var _) ->
          Tuple.of(conversation.value(), clientId, "choose", null, message, value);
    };
  }

  static Accepted read(ConversationId conversation, Ask ask, RowSet<Row> rows) {
    var first = rows.iterator().next();
    return switch (first.getString(OUTCOME)) {
      case "stored" -> stored(conversation, ask, rows);
      case "repeated" -> new Accepted.Repeated(first.getLong(MESSAGE));
      case "id_reused" -> new Accepted.IdReused();
      case "not_open" -> new Accepted.NotOpen();
      case "closed" -> new Accepted.Closed();
      case "missing" -> throw new NotFound("conversation " + conversation + " does not exist");
      case String other -> throw new IllegalStateException("accept_message says " + other);
    };
  }

  private static Accepted stored(ConversationId conversation, Ask ask, RowSet<Row> rows) {
    var iterator = rows.iterator();
    var first = iterator.next();
    var message = MessageRow.read(first, MESSAGE);
    if (first.getLong(TURN) == null) {
      return new Accepted.Stored(message, Optional.empty());
    }
    var recent = new ArrayList<Message>();
    iterator.forEachRemaining(row -> recent.add(MessageRow.read(row, MESSAGE)));
    return new Accepted.Stored(
        message,
        Optional.of(
            turn(conversation, first, message.seq(), worded(ask, message), recent.reversed())));
  }

  private static Turn turn(
      ConversationId conversation, Row row, long seq, Ask ask, List<Message> recent) {
    return new Turn(
        conversation,
        row.getLong(TURN),
        row.getLong(EPOCH),
        seq,
        ask,
        Language.parse(row.getString(LOCALE)),
        Optional.ofNullable(row.getString(IDENTITY)).map(Identity::new),
        row.getString(ADDRESS),
        MemoryCodec.read(conversation, row.getString(MEMORY)),
        recent);
  }

  private static Ask worded(Ask ask, Message message) {
    return switch (ask) {
      case Ask.Say say -> say;
      case Ask.Human human -> human;
      case Ask.Choose(var asked, var value, var _) -> new Ask.Choose(asked, value, message.text());
    };
  }
}
