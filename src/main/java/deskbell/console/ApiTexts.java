package deskbell.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is written about the API: {@code api.yaml} and the part of each resource, as one OpenAPI
 * document. Read once, at the start.
 *
 * @param document with paths and components of all parts; whoever changes it copies it first
 */
record ApiTexts(JsonObject document) {
  private static final String FRAME = "api";
  private static final String PARTS = "parts";
  private static final String PATHS = "paths";
  private static final String COMPONENTS = "components";
  private static final String WEBHOOKS = "webhooks";

  /** Reads the shipped texts. Blocks. */
  static ApiTexts read() {
    var document = part(FRAME);
    var parts = (JsonArray) document.remove(PARTS);
    for (var name : parts) {
      var part = part((String) name);
      addAll(document, PATHS, part, name);
      addAll(document, WEBHOOKS, part, name);
      var components = part.getJsonObject(COMPONENTS, new JsonObject());
      components
          .fieldNames()
          .forEach(kind -> addAll(document.getJsonObject(COMPONENTS), kind, components, name));
    }
    return new ApiTexts(document);
  }

  private static void addAll(JsonObject document, String field, JsonObject part, Object name) {
    if (!part.containsKey(field)) {
      return;
    }
    if (!document.containsKey(field)) {
      document.put(field, new JsonObject());
    }
    var there = document.getJsonObject(field);
    for (var entry : part.getJsonObject(field)) {
      if (there.containsKey(entry.getKey())) {
        throw new IllegalStateException(
            name + ".yaml writes " + field + " " + entry.getKey() + " a second time");
      }
      there.put(entry.getKey(), entry.getValue());
    }
  }

  private static JsonObject part(String name) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var file = "api/" + name + ".yaml";
    try (var in = ApiTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is named in api.yaml, but is not there");
      }
      Map<String, Object> fields =
          new Yaml(new SafeConstructor(options))
              .load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new JsonObject(fields);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
