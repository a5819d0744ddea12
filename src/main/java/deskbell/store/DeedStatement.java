package deskbell.store;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationEvent.Rated;
import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Sender;
import deskbell.webchat.Deed;
import deskbell.webchat.Recorded;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A frame that is no turn, as one statement: its parameters and what its row says. */
final class DeedStatement {
  static final String SQL = "SELECT * FROM record_deed($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

  private static final int OUTCOME = 0;
  private static final int SEQ = 1;
  private static final int AT = 2;
  private static final int EPOCH = 3;

  private DeedStatement() {}

  static Tuple parameters(ConversationId conversation, String clientId, Deed deed) {
    var columns = Columns.of(deed);
    return Tuple.tuple()
        .addUUID(conversation.value())
        .addString(clientId)
        .addBuffer(Buffer.buffer(columns.fingerprint(conversation, clientId)))
        .addString(columns.kind())
        .addLong(columns.message())
        .addBoolean(columns.helpful())
        .addInteger(columns.score())
        .addString(columns.comment())
        .addString(columns.email())
        .addString(columns.text());
  }

  static Recorded read(ConversationId conversation, Deed deed, Row row) {
    return switch (row.getString(OUTCOME)) {
      case "done" ->
          new Recorded.Done(Optional.ofNullable(row.getLong(SEQ)), events(conversation, deed, row));
      case "repeated" -> new Recorded.Done(Optional.ofNullable(row.getLong(SEQ)), List.of());
      case "id_reused" -> new Recorded.IdReused();
      case "no_such_message" -> new Recorded.NoSuchMessage();
      case "closed" -> new Recorded.Closed();
      case "too_many_mails" -> new Recorded.TooManyMails();
      case "missing" -> throw PgConversations.missing(conversation);
      case String other -> throw new IllegalStateException("record_deed says " + other);
    };
  }

  private static List<ConversationEvent> events(ConversationId conversation, Deed deed, Row row) {
    var closed = closed(conversation, row.getLong(EPOCH));
    return switch (deed) {
      case Deed.Close _ -> closed;
      case Deed.Rate _ -> List.of(new Rated(conversation));
      case Deed.Transcript _ -> List.of();
      case Deed.Leave leave ->
          List.of(
              new Appended(conversation, List.of(message(leave, row))),
              new TicketChanged(conversation));
      case Deed.Forget _ ->
          Stream.concat(Stream.of(new Erased(conversation)), closed.stream()).toList();
    };
  }

  private static List<ConversationEvent> closed(ConversationId conversation, Long epoch) {
    return epoch == null
        ? List.of()
        : List.of(new ModeChanged(conversation, Mode.CLOSED, epoch, Optional.empty()));
  }

  private static Message message(Deed.Leave leave, Row row) {
    return new Message(
        row.getLong(SEQ),
        Sender.SHOPPER,
        Optional.empty(),
        leave.text(),
        Optional.empty(),
        List.of(),
        List.of(),
        row.getOffsetDateTime(AT).toInstant(),
        Optional.empty(),
        false,
        List.of());
  }

  /** A deed as columns, null where it has none. */
  private record Columns(
      String kind,
      Long message,
      Boolean helpful,
      Integer score,
      String comment,
      String email,
      String text) {
    static Columns of(Deed deed) {
      return switch (deed) {
        case Deed.Close _ -> new Columns("close", null, null, null, null, null, null);
        case Deed.Forget _ -> new Columns("forget", null, null, null, null, null, null);
        case Deed.Leave(var email, var text) ->
            new Columns("leave", null, null, null, null, email, text);
        case Deed.Transcript(var email) ->
            new Columns("transcript", null, null, null, null, email, null);
        case Deed.Rate(var message, var helpful, var score, var comment) ->
            new Columns(
                "rate",
                message.orElse(null),
                helpful.orElse(null),
                score.orElse(null),
                comment.orElse(null),
                null,
                null);
      };
    }

    /** Equal for equal deeds; the ids are salt, so that words that were erased stay unguessable. */
    byte[] fingerprint(ConversationId conversation, String clientId) {
      try {
        var all = List.of(conversation.toString(), clientId, this);
        return MessageDigest.getInstance("SHA-256")
            .digest(Json.list(all).getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every Java has SHA-256", impossible);
      }
    }
  }
}
