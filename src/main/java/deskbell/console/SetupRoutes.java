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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code /api/setup}: how the desk works, its departments and canned replies, and whom an agent is
 * for.
 */
final class SetupRoutes {
  private final Desk desk;
  private final Furnishings furnishings;

  SetupRoutes(Desk desk, Furnishings furnishings) {
    this.desk = desk;
    this.furnishings = furnishings;
  }

  void mount(Routes routes) {
    routes.put("/api/setup/policy", Routes.ADMINS, this::policy);
    routes.put("/api/setup/departments/:id", Routes.ADMINS, this::department);
    routes.delete("/api/setup/departments/:id", Routes.ADMINS, this::removeDepartment);
    routes.put("/api/setup/canned/:id", Routes.ADMINS, this::canned);
    routes.delete("/api/setup/canned/:id", Routes.ADMINS, this::removeCanned);
    routes.put("/api/setup/agents/:name", Routes.ADMINS, this::agent);
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
                now -> {
                  var policy =
                      new Policy(
                          firstResponse.orElse(now.firstResponse()),
                          resolution.orElse(now.resolution()),
                          capacity.orElse(now.capacity()),
                          assigns.orElse(now.assigns()));
                  note(visit, now, policy);
                  return furnishings.policy(policy, Clash.seen(visit));
                });
    return Clash.told(
        change.map(Response.done()), () -> furnishings.policy().map(ShiftRoutes::policy));
  }

  /** What is other than before. */
  private static void note(Visit visit, Policy before, Policy now) {
    if (!now.firstResponse().equals(before.firstResponse())) {
      visit.noting("firstResponse", now.firstResponse().toSeconds());
    }
    if (!now.resolution().equals(before.resolution())) {
      visit.noting("resolution", now.resolution().toSeconds());
    }
    if (now.capacity() != before.capacity()) {
      visit.noting("capacity", now.capacity());
    }
    if (now.assigns() != before.assigns()) {
      visit.noting("assigns", now.assigns());
    }
  }

  private Future<Response> department(Visit visit) {
    var fields = visit.fields();
    var department =
        new Department(
            visit.path("id"),
            fields.text("en", Department.MAX_NAME),
            fields.text("zh", Department.MAX_NAME),
            fields.texts("topics", Department.MAX_NAME));
    noteNew(visit);
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
                fields.text("zh", AgentReply.MAX_CHARACTERS))
            .fillable();
    noteNew(visit);
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

  /** Who has seen nothing adds it; who says nothing of it changes anything. */
  private static void noteNew(Visit visit) {
    Clash.seen(visit).filter(version -> version == 0).ifPresent(_ -> visit.noting("added", true));
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
    visit.noting(
        "languages", new JsonArray(languages.stream().map(Language::code).sorted().toList()));
    visit.noting("departments", new JsonArray(departments));
    capacity.ifPresent(number -> visit.noting("capacity", number));
    return Clash.told(
        desk.serves(name.value(), languages, departments, capacity, Clash.seen(visit))
            .map(there -> gone(there, "agent " + name.value())),
        () ->
            desk.colleagues()
                .map(all -> all.stream().filter(it -> it.name().equals(name.value())).findFirst())
                .map(now -> now.map(ShiftRoutes::colleague).orElseGet(JsonObject::new)));
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
