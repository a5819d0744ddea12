package deskbell.console;

import deskbell.console.account.AccountName;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.NotFound;
import deskbell.conversation.Versioned;
import deskbell.handoff.AgentReply;
import deskbell.handoff.CannedReply;
import deskbell.handoff.Department;
import deskbell.handoff.Desk;
import deskbell.handoff.Furnishings;
import deskbell.handoff.Policy;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code /api/setup}: how the desk works, its departments and canned replies, whom an agent is for,
 * and who changed what.
 */
final class SetupRoutes {
  private static final int PAGE = 50;

  private final Desk desk;
  private final Furnishings furnishings;
  private final Audit audit;

  SetupRoutes(Desk desk, Furnishings furnishings, Audit audit) {
    this.desk = desk;
    this.furnishings = furnishings;
    this.audit = audit;
  }

  void mount(Routes routes) {
    routes.put("/api/setup/policy", Routes.ADMINS, this::policy);
    routes.put("/api/setup/departments/:id", Routes.ADMINS, this::department);
    routes.delete("/api/setup/departments/:id", Routes.ADMINS, this::removeDepartment);
    routes.put("/api/setup/canned/:id", Routes.ADMINS, this::canned);
    routes.delete("/api/setup/canned/:id", Routes.ADMINS, this::removeCanned);
    routes.put("/api/setup/agents/:name", Routes.ADMINS, this::agent);
    routes.get("/api/setup/audit", Routes.ADMINS, this::audit);
  }

  /** What is not given stays as it is. */
  private Future<Response> policy(Visit visit) {
    var fields = visit.fields();
    var firstResponse = fields.optionalNumber("firstResponse").map(Duration::ofSeconds);
    var resolution = fields.optionalNumber("resolution").map(Duration::ofSeconds);
    var capacity = fields.optionalNumber("capacity").map(SetupRoutes::small);
    var assigns = fields.optionalFlag("assigns");
    var change =
        furnishings
            .policy()
            .map(Versioned::value)
            .compose(
                now ->
                    furnishings.policy(
                        new Policy(
                            firstResponse.orElse(now.firstResponse()),
                            resolution.orElse(now.resolution()),
                            capacity.orElse(now.capacity()),
                            assigns.orElse(now.assigns())),
                        Clash.seen(visit)));
    return Clash.told(
        change.map(Response.done()), () -> furnishings.policy().map(ShiftRoutes::policy));
  }

  private Future<Response> department(Visit visit) {
    var fields = visit.fields();
    var department =
        new Department(
            visit.path("id"),
            fields.text("en", Department.MAX_NAME),
            fields.text("zh", Department.MAX_NAME),
            fields.texts("topics", Department.MAX_NAME));
    return orDepartment(visit, furnishings.put(department, Clash.seen(visit)).map(Response.done()));
  }

  private Future<Response> removeDepartment(Visit visit) {
    return orDepartment(
        visit,
        furnishings
            .removeDepartment(visit.path("id"), Clash.seen(visit))
            .map(there -> gone(there, "department " + visit.path("id"))));
  }

  private Future<Response> orDepartment(Visit visit, Future<Response> change) {
    return Clash.told(
        change,
        () ->
            furnishings
                .departments()
                .map(all -> one(all, it -> it.id().equals(visit.path("id"))))
                .map(now -> now.map(ShiftRoutes::department).orElseGet(JsonObject::new)));
  }

  private Future<Response> canned(Visit visit) {
    var fields = visit.fields();
    var reply =
        new CannedReply(
            visit.path("id"),
            fields.text("en", AgentReply.MAX_CHARACTERS),
            fields.text("zh", AgentReply.MAX_CHARACTERS));
    return orCanned(visit, furnishings.put(reply, Clash.seen(visit)).map(Response.done()));
  }

  private Future<Response> removeCanned(Visit visit) {
    return orCanned(
        visit,
        furnishings
            .removeCannedReply(visit.path("id"), Clash.seen(visit))
            .map(there -> gone(there, "canned reply " + visit.path("id"))));
  }

  private Future<Response> orCanned(Visit visit, Future<Response> change) {
    return Clash.told(
        change,
        () ->
            furnishings
                .cannedReplies()
                .map(all -> one(all, it -> it.shortcut().equals(visit.path("id"))))
                .map(now -> now.map(ShiftRoutes::canned).orElseGet(JsonObject::new)));
  }

  private static <T> Optional<Versioned<T>> one(List<Versioned<T>> all, Predicate<T> that) {
    return all.stream().filter(it -> that.test(it.value())).findFirst();
  }

  private Future<Response> agent(Visit visit) {
    var name = new AccountName(visit.path("name"));
    var fields = visit.fields();
    var languages =
        fields.texts("languages", Department.MAX_ID).stream()
            .map(Language::parse)
            .collect(Collectors.toSet());
    var departments = fields.texts("departments", Department.MAX_ID);
    var capacity = fields.optionalNumber("capacity").map(SetupRoutes::small);
    capacity.ifPresent(
        number -> {
          if (number < 1 || number > Policy.MOST) {
            throw new Invalid("capacity", "is " + number + "; from 1 to " + Policy.MOST);
          }
        });
    return Clash.told(
        desk.serves(name.value(), languages, departments, capacity, Clash.seen(visit))
            .map(there -> gone(there, "agent " + name.value())),
        () ->
            desk.colleagues()
                .map(all -> all.stream().filter(it -> it.name().equals(name.value())).findFirst())
                .map(now -> now.map(ShiftRoutes::colleague).orElseGet(JsonObject::new)));
  }

  private Future<Response> audit(Visit visit) {
    return audit
        .before(visit.number("before", Long.MAX_VALUE), PAGE)
        .map(
            entries ->
                Response.ok(
                    new JsonObject().put("changes", DeskJson.array(entries, SetupRoutes::change))));
  }

  private static JsonObject change(Audit.Entry entry) {
    return new JsonObject()
        .put("id", entry.id())
        .put("at", entry.at().toString())
        .put("account", entry.account())
        .put("action", entry.action())
        .put("subject", entry.subject());
  }

  private static int small(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  private static Response gone(boolean there, String what) {
    if (!there) {
      throw new NotFound(what + " does not exist");
    }
    return Response.done();
  }
}
