package deskbell.console;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.handoff.Desk;
import deskbell.handoff.Outcome;
import deskbell.handoff.Transcripts;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;

/** {@code /api/conversations}: reading them, stepping in, handing back, ending. */
final class ConversationRoutes {
  /** Messages that are read at once. */
  static final int PAGE = 500;

  private static final int MAX_WORD = 40;
  private static final int LISTED = 100;
  private static final Duration LISTED_SINCE = Duration.ofHours(24);

  private final Desk desk;
  private final Transcripts transcripts;
  private final InstantSource clock;

  ConversationRoutes(Desk desk, Transcripts transcripts, InstantSource clock) {
    this.desk = desk;
    this.transcripts = transcripts;
    this.clock = clock;
  }

  void mount(Routes routes) {
    routes.get("/api/conversations", Routes.AGENTS, this::list);
    routes.get("/api/conversations/:id", Routes.AGENTS, this::read);
    routes.post("/api/conversations/:id/takeover", Routes.AGENTS, this::takeOver);
    routes.post("/api/conversations/:id/release", Routes.AGENTS, this::release);
    routes.post("/api/conversations/:id/close", Routes.AGENTS, this::close);
  }

  private Future<Response> list(Visit visit) {
    var state = visit.query("state").orElse("");
    if (!state.equals("bot")) {
      throw new Invalid("state", "is \"" + state + "\"; must be bot");
    }
    return transcripts
        .ledByBot(clock.instant().minus(LISTED_SINCE), LISTED)
        .map(
            recent ->
                Response.ok(
                    new JsonObject()
                        .put("conversations", DeskJson.array(recent, DeskJson::recent))));
  }

  private Future<Response> read(Visit visit) {
    return transcripts
        .read(id(visit), visit.number("after", 0), PAGE)
        .map(transcript -> Response.ok(DeskJson.transcript(transcript)));
  }

  private Future<Response> takeOver(Visit visit) {
    return desk.takeOver(id(visit), visit.agent()).map(DeskJson::moved);
  }

  private Future<Response> release(Visit visit) {
    return desk.release(id(visit), visit.fields().number("epoch"), visit.agent())
        .map(DeskJson::moved);
  }

  private Future<Response> close(Visit visit) {
    var fields = visit.fields();
    var outcome = fields.optionalText("outcome", MAX_WORD).map(Outcome::parse);
    return desk.close(id(visit), fields.number("epoch"), visit.agent(), outcome)
        .map(DeskJson::moved);
  }

  static ConversationId id(Visit visit) {
    return ConversationId.parse(visit.path("id"));
  }
}
