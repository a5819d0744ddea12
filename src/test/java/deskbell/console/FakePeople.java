package deskbell.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who may sign in, as the console meets it, in memory. Under the lock of its {@link FakeDesk}. */
final class FakePeople {
  private static final String ONE = "/api/users/:name";

  private final Map<String, JsonObject> people = new TreeMap<>();

  FakePeople() {
    for (var role : List.of("agent", "editor", "admin")) {
      add(role, role);
    }
  }

  private void add(String name, String role) {
    people.put(
        name,
        new JsonObject()
            .put("name", name)
            .put("role", role)
            .put("createdAt", "2026-11-02T09:00:00Z")
            .put("disabled", false));
  }

  void mount(FakeDesk.Mount mount) {
    mount.add(HttpMethod.GET, "/api/users", (context, body) -> list());
    mount.add(HttpMethod.POST, "/api/users", (context, body) -> add(body));
    mount.add(HttpMethod.PUT, ONE, this::change);
    mount.add(HttpMethod.PUT, ONE + "/password", (context, body) -> password());
    mount.add(HttpMethod.DELETE, ONE, (context, body) -> remove(context));
  }

  void shut(String name) {
    people.get(name).put("disabled", true);
  }

  List<String> all() {
    return people.values().stream()
        .map(
            person ->
                person.getString("name")
                    + " "
                    + person.getString("role")
                    + (person.getBoolean("disabled") ? " disabled" : ""))
        .toList();
  }

  private JsonObject list() {
    return new JsonObject().put("users", new JsonArray(List.copyOf(people.values())));
  }

  private JsonObject add(JsonObject body) {
    var name = body.getString("name");
    if (people.containsKey(name)) {
      return FakeDesk.conflict(new JsonObject());
    }
    if (!name.matches("\\w[\\w ]*")) {
      var error =
          new JsonObject()
              .put("code", "invalid")
              .put("field", "name")
              .put("message", "must have 1 to 64 letters, digits, spaces, dots or hyphens");
      return new JsonObject().put("status", 400).put("error", error);
    }
    add(name, body.getString("role"));
    return people.get(name).copy().mergeIn(password());
  }

  private JsonObject change(RoutingContext context, JsonObject body) {
    var person = people.get(context.pathParam("name"));
    var shut =
        body.getBoolean("disabled", false) || !body.getString("role", "admin").equals("admin");
    if (shut && isLastAdmin(person)) {
      return FakeDesk.conflict(new JsonObject());
    }
    return person.mergeIn(body);
  }

  private boolean isLastAdmin(JsonObject person) {
    return person.getString("role").equals("admin")
        && people.values().stream()
                .filter(it -> it.getString("role").equals("admin") && !it.getBoolean("disabled"))
                .count()
            == 1;
  }

  private static JsonObject password() {
    return new JsonObject().put("password", "kelp-orbit-mango-42");
  }

  private JsonObject remove(RoutingContext context) {
    return people.remove(context.pathParam("name"));
  }
}
