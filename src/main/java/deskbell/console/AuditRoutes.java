package deskbell.console;

import deskbell.conversation.Invalid;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** {@code /api/setup/audit}: who changed what. */
final class AuditRoutes {
  private static final int PAGE = 50;
  private static final int MAX_WORDS = 100;

  /** What changes are about, by what whoever looks for them calls it. */
  private static final Map<String, List<String>> ABOUT =
      Map.of(
          "people", List.of("/api/users", "/api/session/password"),
          "programs", List.of("/api/tokens", "/api/webhooks"),
          "hours", List.of("/api/setup/hours"),
          "sites", List.of("/api/setup/origins"),
          "rules", List.of("/api/setup/policy"),
          "canned", List.of("/api/setup/canned"),
          "departments", List.of("/api/setup/departments"),
          "agents", List.of("/api/setup/agents"));

  private final Audit audit;

  AuditRoutes(Audit audit) {
    this.audit = audit;
  }

  void mount(Routes routes) {
    routes.get("/api/setup/audit", Routes.ADMINS, this::list);
  }

  private Future<Response> list(Visit visit) {
    var filter =
        new Audit.Filter(
            visit.query("about").map(AuditRoutes::paths).orElseGet(List::of),
            visit.words("words", MAX_WORDS));
    return audit
        .before(visit.number("before", Long.MAX_VALUE), filter, PAGE)
        .map(
            entries ->
                Response.ok(
                    new JsonObject().put("changes", DeskJson.array(entries, AuditRoutes::change))));
  }

  private static List<String> paths(String about) {
    var paths = ABOUT.get(about);
    if (paths == null) {
      throw new Invalid(
          "about",
          "is \"%s\"; known: %s"
              .formatted(about, String.join(", ", ABOUT.keySet().stream().sorted().toList())));
    }
    return paths;
  }

  private static JsonObject change(Audit.Entry entry) {
    return new JsonObject()
        .put("id", entry.id())
        .put("at", entry.at().toString())
        .put("account", entry.account())
        .put("action", entry.action())
        .put("subject", entry.subject())
        .put("details", entry.details());
  }
}
