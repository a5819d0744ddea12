package deskbell.console;

import deskbell.console.account.Role;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The OpenAPI document of the routes that a server has: the routes say what there is and who may,
 * {@link ApiTexts} says it in words. A route without words, or words without a route, is named
 * under {@code x-undescribed} and {@code x-unknown}, where a test finds it.
 */
final class ApiDocument {
  /** Below this path everything belongs to the API. */
  static final String ROOT = "/api/";

  private static final String RESPONSES = "#/components/responses/";
  private static final Set<String> OPERATIONS = Set.of("get", "post", "put", "delete");

  private final JsonObject document;
  private final JsonObject described;
  private final JsonObject paths = new JsonObject();
  private final JsonArray undescribed = new JsonArray();
  private final Set<String> known = new HashSet<>();

  private ApiDocument(ApiTexts texts) {
    document = texts.document().copy();
    described = document.getJsonObject("paths");
  }

  /** The document of these routes. */
  static JsonObject of(ApiTexts texts, List<Route> routes) {
    var made = new ApiDocument(texts);
    for (var route : routes) {
      if (route.getMetadata(Routes.GUARDED) instanceof Routes.Guarded guarded) {
        made.add(guarded.method(), guarded.path()).guard(guarded);
      } else if (route.getPath() != null && route.getPath().startsWith(ROOT)) {
        methods(route).forEach(method -> made.add(method, route.getPath()));
      }
    }
    return made.finished();
  }

  /** A route for any method looks at requests that others answer. */
  private static Set<HttpMethod> methods(Route route) {
    return route.methods() == null ? Set.of() : route.methods();
  }

  /** The path of a route as OpenAPI writes it. */
  static String template(String path) {
    return path.replaceAll(":(\\w+)", "{$1}");
  }

  private Operation add(HttpMethod method, String path) {
    var template = template(path);
    var verb = method.name().toLowerCase(Locale.ROOT);
    var texts = described.getJsonObject(template, new JsonObject());
    var operation = texts.getJsonObject(verb);
    if (operation == null) {
      undescribed.add(method + " " + template);
      operation = new JsonObject().put("responses", new JsonObject());
    }
    known.add(verb + " " + template);
    var item = paths.getJsonObject(template, new JsonObject());
    if (texts.containsKey("parameters")) {
      item.put("parameters", texts.getJsonArray("parameters"));
    }
    paths.put(template, item.put(verb, operation));
    return new Operation(operation, item.containsKey("parameters"));
  }

  private JsonObject finished() {
    var unknown = new JsonArray();
    for (var path : described.fieldNames()) {
      for (var verb : described.getJsonObject(path).fieldNames()) {
        if (OPERATIONS.contains(verb) && !known.contains(verb + " " + path)) {
          unknown.add(verb.toUpperCase(Locale.ROOT) + " " + path);
        }
      }
    }
    document.put("paths", paths);
    if (!undescribed.isEmpty()) {
      document.put("x-undescribed", undescribed);
    }
    return unknown.isEmpty() ? document : document.put("x-unknown", unknown);
  }

  /** One operation, to which what holds for every guarded route is added. */
  private record Operation(JsonObject json, boolean inPath) {
    void guard(Routes.Guarded route) {
      var roles = new JsonArray();
      route.roles().stream().map(Role::wire).sorted().forEach(roles::add);
      json.put("security", security(route, roles));
      refused("401", "Unauthorized");
      refused("403", "Refused");
      refused("503", "Unavailable");
      if (route.programs()) {
        refused("429", "TooMany");
      }
      var body = json.containsKey("requestBody");
      if (body || inPath || json.containsKey("parameters")) {
        refused("400", "Invalid");
      }
      if (body) {
        refused("413", "TooLarge");
      }
    }

    private static JsonArray security(Routes.Guarded route, JsonArray roles) {
      var page = new JsonObject().put("session", roles);
      if (!Gate.READING.contains(route.method())) {
        page.put("csrf", new JsonArray());
      }
      var ways = new JsonArray().add(page);
      return route.programs() ? ways.add(new JsonObject().put("token", roles)) : ways;
    }

    private void refused(String status, String response) {
      var responses = json.getJsonObject("responses");
      if (!responses.containsKey(status)) {
        responses.put(status, new JsonObject().put("$ref", RESPONSES + response));
      }
    }
  }
}
