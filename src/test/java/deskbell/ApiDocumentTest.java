package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import deskbell.console.ApiContract;
import deskbell.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the whole server says of its REST interface, against the routes that it has. */
class ApiDocumentTest {
  private static final String FOLDER = "src/main/resources/deskbell/console/api";
  private static final Set<String> OPERATIONS = Set.of("get", "post", "put", "delete");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static RunningServer server;
  private static JsonNode api;
  private static ApiContract contract;

  @BeforeAll
  static void start() throws TimeoutException, IOException, InterruptedException {
    server = RunningServer.on(database, data);
    var request = HttpRequest.newBuilder(URI.create(server.at("/api/openapi.json"))).build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type"))
          .hasValue("application/json; charset=utf-8");
      api = ApiContract.tree(answer.body());
    }
    contract = new ApiContract(api);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  @Test
  void every_route_is_described_and_every_description_has_its_route() {
    assertThat(api.path("x-undescribed"))
        .as(
            "these routes are not described: write summary, parameters, bodies and answers with an"
                + " example of each into the resource's file in "
                + FOLDER
                + " (a new file is named under parts in api.yaml)")
        .isEmpty();
    assertThat(api.path("x-unknown"))
        .as("no route answers these: take them out of " + FOLDER + " or correct their path")
        .isEmpty();
    assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(api.path("paths").size()).isGreaterThan(20);
  }

  @Test
  void every_operation_says_what_it_does_under_a_name_of_its_own() {
    var tags = new HashSet<String>();
    api.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
    var names = new HashSet<String>();
    each(
        (where, operation) -> {
          assertThat(names.add(operation.path("operationId").asText())).as(where).isTrue();
          assertThat(operation.path("operationId").asText()).as(where).matches("[a-z][A-Za-z]+");
          assertThat(operation.path("summary").asText()).as(where).isNotBlank().doesNotEndWith(".");
          assertThat(operation.path("tags")).as(where).isNotEmpty();
          operation.path("tags").forEach(tag -> assertThat(tags).as(where).contains(tag.asText()));
        });
  }

  @Test
  void every_part_of_a_path_is_described_and_nothing_else_as_one() {
    for (var path : api.path("paths").properties()) {
      var named =
          PARAMETER.matcher(path.getKey()).results().map(result -> result.group(1)).toList();
      var described = new ArrayList<String>();
      for (var parameter : path.getValue().path("parameters")) {
        var resolved = contract.resolved(parameter);
        assertThat(resolved.path("in").asText()).as(path.getKey()).isEqualTo("path");
        assertThat(resolved.path("required").asBoolean()).as(path.getKey()).isTrue();
        assertThat(resolved.has("schema")).as(path.getKey()).isTrue();
        described.add(resolved.path("name").asText());
      }
      assertThat(described).as(path.getKey()).containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @Test
  void every_example_is_as_its_schema_says() {
    var examples = new ArrayList<String>();
    each(
        (where, operation) -> {
          if (operation.has("requestBody")) {
            examples.add(example(where + " takes", operation.path("requestBody")));
          }
          assertThat(operation.path("responses")).as(where).isNotEmpty();
          for (var response : operation.path("responses").properties()) {
            examples.add(example(where + " " + response.getKey(), response.getValue()));
          }
        });
    for (var response : api.path("components").path("responses").properties()) {
      examples.add(example(response.getKey(), response.getValue()));
    }
    assertThat(examples).hasSizeGreaterThan(80).allMatch(where -> !where.isBlank());
  }

  /** Checks a body's example; an answer without a body needs none. */
  private static String example(String where, JsonNode body) {
    var resolved = contract.resolved(body);
    if (where.matches(".* \\d+")) {
      assertThat(resolved.path("description").asText()).as(where).isNotBlank();
    }
    if (resolved.has("content")) {
      var content = resolved.path("content").path("application/json");
      assertThat(content.has("example")).as(where + " has no example").isTrue();
      assertThat(contract.violations(ApiContract.json(resolved), content.path("example"), true))
          .as(where)
          .isEmpty();
    }
    return where;
  }

  @Test
  void every_schema_is_one_and_every_reference_leads_somewhere() {
    var meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));
    for (var schema : api.path("components").path("schemas").properties()) {
      assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty();
    }
    for (var reference : api.findValues("$ref")) {
      assertThat(api.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @Test
  void who_may_call_is_what_the_routes_say() {
    assertThat(roles("/api/tickets", "get")).containsExactly("agent");
    assertThat(roles("/api/articles/{id}/{lang}", "put")).containsExactly("editor");
    assertThat(roles("/api/users", "post")).containsExactly("admin");
    var change = api.path("paths").path("/api/users").path("post").path("security");
    assertThat(change.get(0).has("csrf")).isTrue();
    assertThat(api.path("paths").path("/api/session").path("post").has("security")).isFalse();
  }

  private static List<String> roles(String path, String verb) {
    var session = api.path("paths").path(path).path(verb).path("security").get(0).path("session");
    return StreamSupport.stream(session.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static void each(BiConsumer<String, JsonNode> check) {
    for (var path : api.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (OPERATIONS.contains(operation.getKey())) {
          check.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
        }
      }
    }
  }
}
