package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API's document as a contract: real requests and answers have to be as it says. Every request
 * of a {@link DeskPerson} is looked at. Any thread.
 */
public final class ApiContract {
  /** What is written about the API, whatever routes there are. */
  static final ApiContract SHIPPED = new ApiContract(tree(ApiTexts.read().document().encode()));

  private static final String FOLDER = "src/main/resources/deskbell/console/api";

  /** Statuses that any route may answer with, and what the document calls them. */
  private static final Map<Integer, String> ALWAYS =
      Map.of(
          400, "Invalid",
          401, "Unauthorized",
          403, "Refused",
          413, "TooLarge",
          429, "TooMany",
          503, "Unavailable");

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<JsonNode, JsonSchema> open = new ConcurrentHashMap<>();
  private final Map<JsonNode, JsonSchema> closed = new ConcurrentHashMap<>();

  /** The contract that a document states. */
  public ApiContract(JsonNode document) {
    this.document = document;
  }

  /** Parses what has to be JSON. */
  public static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(noJson);
    }
  }

  /** Fails where an answer, or a request that was accepted, is not as the document says. */
  void check(HttpMethod method, String path, Buffer request, int status, JsonObject answer) {
    var where = method + " " + path.replaceAll("\\?.*", "");
    var done = status < 300;
    var operation = operation(method, path);
    if (operation.isEmpty()) {
      assertThat(done)
          .as(where + " is not described: add it to a file of " + FOLDER + ", with an example")
          .isFalse();
      return;
    }
    var response = response(operation.get(), status);
    if (response.isMissingNode()) {
      assertThat(status)
          .as(where + " answers " + status + " " + answer + ": describe it in " + FOLDER)
          .isIn(404, 405);
      return;
    }
    assertThat(violations(json(response), tree(answer.encode()), true))
        .as(where + " answers " + status + " otherwise than described in " + FOLDER)
        .isEmpty();
    var body = resolved(operation.get().path("requestBody"));
    if (done && !body.isMissingNode() && request.length() > 0) {
      assertThat(violations(json(body), tree(request.toString()), false))
          .as(where + " takes what is described otherwise in " + FOLDER)
          .isEmpty();
    }
  }

  private JsonNode response(JsonNode operation, int status) {
    var own = operation.path("responses").path(Integer.toString(status));
    return resolved(
        own.isMissingNode()
            ? document.path("components").path("responses").path(ALWAYS.getOrDefault(status, ""))
            : own);
  }

  /** The schema of a body; for none, that of an empty object. */
  public static JsonNode json(JsonNode withContent) {
    var content = withContent.path("content").path("application/json").path("schema");
    return content.isMissingNode() ? tree("{\"type\":\"object\",\"properties\":{}}") : content;
  }

  private Optional<JsonNode> operation(HttpMethod method, String path) {
    var asked = path.replaceAll("\\?.*", "");
    var verb = method.name().toLowerCase(Locale.ROOT);
    var exact = document.path("paths").path(asked).path(verb);
    return exact.isMissingNode()
        ? document.path("paths").properties().stream()
            .filter(entry -> asked.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+")))
            .map(entry -> entry.getValue().path(verb))
            .filter(found -> !found.isMissingNode())
            .findFirst()
        : Optional.of(exact);
  }

  /** What a node refers to, or itself. */
  public JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  /**
   * Where a value breaks a schema of this document.
   *
   * @param strict true where fields that the schema does not name are violations
   */
  public List<String> violations(JsonNode schema, JsonNode value, boolean strict) {
    var compiled = strict ? closed : open;
    return compiled.computeIfAbsent(schema, same -> compiled(same, strict)).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  private JsonSchema compiled(JsonNode schema, boolean strict) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components").deepCopy());
    if (strict) {
      close(whole);
    }
    return FACTORY.getSchema(whole, STRICT);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ApiContract::close);
  }
}
