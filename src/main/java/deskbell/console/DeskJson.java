package deskbell.console;

import deskbell.conversation.Message;
import deskbell.handoff.Moved;
import deskbell.handoff.Note;
import deskbell.handoff.Rating;
import deskbell.handoff.Recent;
import deskbell.handoff.Standing;
import deskbell.handoff.Ticket;
import deskbell.handoff.Transcript;
import deskbell.web.MessageJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the desk reads, as JSON. */
final class DeskJson {
  private static final int CONFLICT = 409;

  private DeskJson() {}

  static JsonObject ticket(Ticket ticket) {
    var json =
        new JsonObject()
            .put("id", ticket.id())
            .put("conversation", ticket.conversation().toString())
            .put("reason", ticket.reason())
            .put("language", ticket.language().code())
            .put("createdAt", ticket.createdAt().toString())
            .put("state", ticket.state().wire())
            .put("summary", summary(ticket.summary()))
            .put("lastText", ticket.lastText());
    course(json, ticket.course());
    ticket.agent().ifPresent(agent -> json.put("agent", agent));
    ticket.email().ifPresent(email -> json.put("email", email));
    return json;
  }

  private static void course(JsonObject json, Ticket.Course course) {
    json.put("queuedAt", course.queuedAt().toString());
    course.repliedAt().ifPresent(at -> json.put("repliedAt", at.toString()));
    course.lastFrom().ifPresent(from -> json.put("lastFrom", from.wire()));
    course.lastAt().ifPresent(at -> json.put("lastAt", at.toString()));
    json.put("seq", course.seq());
    course.leftAt().ifPresent(at -> json.put("leftAt", at.toString()));
    course.department().ifPresent(id -> json.put("department", id));
  }

  static JsonObject recent(Recent recent) {
    return new JsonObject()
        .put("conversation", recent.conversation().toString())
        .put("mode", recent.mode().wire())
        .put("language", recent.language().code())
        .put("updatedAt", recent.updatedAt().toString())
        .put("lastText", recent.lastText());
  }

  static JsonObject transcript(Transcript transcript) {
    var json =
        new JsonObject()
            .put("conversation", transcript.conversation().toString())
            .put("mode", transcript.mode().wire())
            .put("epoch", transcript.epoch())
            .put("language", transcript.language().code())
            .put("summary", summary(transcript.summary()))
            .put("seq", transcript.seq())
            .put("delivered", transcript.delivered())
            .put("read", transcript.read())
            .put("notes", array(transcript.notes(), DeskJson::note))
            .put("ratings", array(transcript.ratings(), DeskJson::rating))
            .put("messages", array(transcript.messages(), DeskJson::message));
    transcript.agent().ifPresent(agent -> json.put("agent", agent));
    transcript.identity().ifPresent(identity -> json.put("identity", identity.user()));
    transcript.page().ifPresent(page -> json.put("page", page));
    transcript.email().ifPresent(email -> json.put("email", email));
    transcript.leftAt().ifPresent(at -> json.put("leftAt", at.toString()));
    return json;
  }

  static JsonObject note(Note note) {
    return new JsonObject()
        .put("number", note.number())
        .put("agent", note.agent())
        .put("text", note.text())
        .put("at", note.at().toString());
  }

  private static JsonObject rating(Rating rating) {
    var json = new JsonObject().put("at", rating.at().toString());
    rating.message().ifPresent(seq -> json.put("message", seq));
    rating.helpful().ifPresent(helpful -> json.put("helpful", helpful));
    rating.score().ifPresent(score -> json.put("score", score));
    rating.comment().ifPresent(comment -> json.put("comment", comment));
    return json;
  }

  static JsonObject standing(Standing standing) {
    var json =
        new JsonObject()
            .put("conversation", standing.conversation().toString())
            .put("mode", standing.mode().wire())
            .put("epoch", standing.epoch());
    standing.agent().ifPresent(agent -> json.put("agent", agent));
    return json;
  }

  /** What became of an agent's wish: how the conversation stands, or 409 with that. */
  static Response moved(Moved moved) {
    return switch (moved) {
      case Moved.Done _, Moved.Marked _, Moved.Already _ -> Response.ok(standing(moved.standing()));
      case Moved.Refused(var now, var reason) ->
          Response.error(CONFLICT, reason.wire(), reason.text()).current(standing(now));
    };
  }

  static <T> JsonArray array(List<T> values, Function<T, JsonObject> encode) {
    var array = new JsonArray();
    values.forEach(value -> array.add(encode.apply(value)));
    return array;
  }

  private static JsonObject message(Message message) {
    return MessageJson.putWithTrace(new JsonObject(), message);
  }

  private static JsonObject summary(Map<String, String> summary) {
    return new JsonObject(new TreeMap<>(summary));
  }
}
