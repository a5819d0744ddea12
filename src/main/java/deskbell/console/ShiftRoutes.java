package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Versioned;
import deskbell.handoff.AgentReply;
import deskbell.handoff.CannedReply;
import deskbell.handoff.Colleague;
import deskbell.handoff.Department;
import deskbell.handoff.Desk;
import deskbell.handoff.Destination;
import deskbell.handoff.NewNote;
import deskbell.handoff.Policy;
import deskbell.web.Fields;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /api/desk}: who is there, being away, the next one; and what goes on beside a
 * conversation: passing it on, notes.
 */
final class ShiftRoutes {
  private static final int MAX_NAME = 200;

  private final Desk desk;
  private final Workplace workplace;

  ShiftRoutes(Desk desk, Workplace workplace) {
    this.desk = desk;
    this.workplace = workplace;
  }

  void mount(Routes routes) {
    routes.get("/api/desk", Routes.AGENTS, this::show);
    routes.put("/api/desk/presence", Routes.AGENTS, this::presence);
    routes.post("/api/desk/next", Routes.AGENTS, this::next);
    routes.post("/api/conversations/:id/transfer", Routes.AGENTS, this::transfer);
    routes.post("/api/conversations/:id/notes", Routes.AGENTS, this::note);
  }

  private Future<Response> show(Visit visit) {
    var furnishings = workplace.furnishings();
    return Future.all(
            desk.colleagues(),
            furnishings.policy(),
            furnishings.departments(),
            furnishings.cannedReplies())
        .map(
            all ->
                Response.ok(
                    policy(all.resultAt(1))
                        .put("crew", DeskJson.array(all.resultAt(0), ShiftRoutes::colleague))
                        .put(
                            "departments", DeskJson.array(all.resultAt(2), ShiftRoutes::department))
                        .put("canned", DeskJson.array(all.resultAt(3), ShiftRoutes::canned))));
  }

  private Future<Response> presence(Visit visit) {
    return desk.away(visit.agent(), visit.fields().flag("away")).map(Response.done());
  }

  /** 204 where nobody waits for this agent. */
  private Future<Response> next(Visit visit) {
    return desk.claimNext(visit.agent())
        .map(next -> next.map(DeskJson::moved).orElseGet(Response::done));
  }

  private Future<Response> transfer(Visit visit) {
    var fields = visit.fields();
    var epoch = fields.number("epoch");
    var note =
        fields
            .optionalText("note", NewNote.MAX_CHARACTERS)
            .filter(text -> !text.isBlank())
            .map(text -> new NewNote("transfer-" + epoch, text));
    return destination(fields)
        .compose(
            place -> desk.transfer(ConversationRoutes.id(visit), epoch, visit.agent(), place, note))
        .map(DeskJson::moved);
  }

  private Future<Destination> destination(Fields fields) {
    var agent = fields.optionalText("agent", MAX_NAME);
    var department = fields.optionalText("department", MAX_NAME);
    var queue = fields.optionalFlag("queue").orElse(false);
    if (Stream.of(agent.isPresent(), department.isPresent(), queue).filter(it -> it).count() != 1) {
      throw new Invalid("agent", "or department or queue must be given, one of them");
    }
    return queue
        ? Future.succeededFuture(new Destination.ToQueue())
        : department
            .map(this::known)
            .orElseGet(() -> Future.succeededFuture(new Destination.ToAgent(agent.orElseThrow())));
  }

  private Future<Destination> known(String id) {
    return workplace
        .furnishings()
        .departments()
        .map(
            all -> {
              if (all.stream().noneMatch(one -> one.value().id().equals(id))) {
                throw new Invalid("department", "is \"" + id + "\", which does not exist");
              }
              return new Destination.ToDepartment(id);
            });
  }

  private Future<Response> note(Visit visit) {
    var fields = visit.fields();
    var conversation = ConversationRoutes.id(visit);
    var note =
        new NewNote(
            fields.text("id", AgentReply.MAX_ID), fields.text("text", NewNote.MAX_CHARACTERS));
    return workplace
        .notes()
        .add(conversation, note, visit.agent())
        .onSuccess(stored -> desk.noted(conversation))
        .map(stored -> Response.created(DeskJson.note(stored)));
  }

  static JsonObject policy(Versioned<Policy> kept) {
    var policy = kept.value();
    return Clash.versioned(
        new JsonObject()
            .put("firstResponse", policy.firstResponse().toSeconds())
            .put("resolution", policy.resolution().toSeconds())
            .put("capacity", policy.capacity())
            .put("assigns", policy.assigns()),
        kept);
  }

  static JsonObject colleague(Colleague colleague) {
    var json =
        new JsonObject()
            .put("name", colleague.name())
            .put("availability", colleague.availability().wire())
            .put("held", colleague.held())
            .put("limit", colleague.limit())
            .put("languages", new JsonArray(codes(colleague)))
            .put("departments", new JsonArray(colleague.departments()))
            .put("version", colleague.version());
    colleague.capacity().ifPresent(capacity -> json.put("capacity", capacity));
    return json;
  }

  private static List<String> codes(Colleague colleague) {
    return colleague.languages().stream().map(language -> language.code()).sorted().toList();
  }

  static JsonObject department(Versioned<Department> kept) {
    var department = kept.value();
    return Clash.versioned(
        new JsonObject()
            .put("id", department.id())
            .put("en", department.english())
            .put("zh", department.chinese())
            .put("topics", new JsonArray(department.topics())),
        kept);
  }

  static JsonObject canned(Versioned<CannedReply> kept) {
    var reply = kept.value();
    return Clash.versioned(
        new JsonObject()
            .put("shortcut", reply.shortcut())
            .put("en", reply.english())
            .put("zh", reply.chinese()),
        kept);
  }
}
