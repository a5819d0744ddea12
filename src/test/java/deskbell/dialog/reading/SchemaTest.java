package deskbell.dialog.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Normal;
import deskbell.dialog.flow.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The JSON Schema that editors complete by knows what the reader knows, no more and no less. */
class SchemaTest {
  private static final Path FOLDER = Path.of("src/main/resources/deskbell/dialog");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String BASE = "https://deskbell.example/schema/";

  @ParameterizedTest
  @MethodSource("shipped")
  void every_shipped_file_conforms(Path file) throws IOException {
    assertThat(mistakes(file.endsWith("shared.yaml") ? "shared" : "flow", Files.readString(file)))
        .isEmpty();
  }

  static List<Path> shipped() throws IOException {
    try (var files = Files.list(Path.of("dialog-flows"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  @Test
  void a_misspelt_key_a_wrong_type_and_a_missing_language_do_not() throws IOException {
    var sound = "title: {en: A, zh: 甲}\ntriggers: [a]\nsteps: [{end: done}]\n";
    assertThat(mistakes("flow", sound)).isEmpty();
    assertThat(mistakes("flow", sound + "slotz: {}\n")).isNotEmpty();
    assertThat(mistakes("flow", sound + "slots: {a: {type: colour}}\n")).isNotEmpty();
    assertThat(mistakes("flow", sound.replace(", zh: 甲", ""))).isNotEmpty();
    assertThat(mistakes("flow", sound.replace("end:", "ends:"))).isNotEmpty();
  }

  @Test
  void it_has_the_keys_that_the_reader_knows() throws IOException {
    var flow = schema("flow");
    var definitions = flow.path("definitions");
    assertThat(keys(flow)).isEqualTo(sorted(FlowReader.KNOWN));
    assertThat(keys(schema("shared"))).isEqualTo(sorted(SharedReader.KNOWN));
    assertThat(keys(definitions.path("slot"))).isEqualTo(sorted(SlotReader.KNOWN));
    assertThat(keys(definitions.path("slot").at("/properties/rules/items")))
        .isEqualTo(sorted(RuleReader.KNOWN));
    assertThat(keys(definitions.path("trigger").at("/anyOf/1")))
        .isEqualTo(sorted(TriggerReader.KNOWN));
    assertThat(keys(definitions.path("conversation"))).isEqualTo(sorted(ConversationReader.KNOWN));
    assertThat(alternatives(definitions.path("line"))).isEqualTo(sorted(ConversationReader.LINES));
    assertThat(keys(definitions.path("text")))
        .isEqualTo(sorted(Arrays.stream(Language.values()).map(Language::code).toList()));
  }

  @Test
  void it_has_the_steps_that_the_reader_knows() throws IOException {
    var written = new ArrayList<Set<String>>();
    schema("flow").at("/definitions/step/anyOf").forEach(step -> written.add(keys(step)));
    var known =
        Stream.concat(Arrays.stream(StepKind.values()).map(StepKind::known), Stream.of(Parts.KNOWN))
            .map(SchemaTest::sorted)
            .toList();
    assertThat(written).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void it_has_the_words_that_the_reader_knows() throws IOException {
    var definitions = schema("flow").path("definitions");
    var entities = Arrays.stream(EntityType.values()).map(EntityType::wire).toList();
    var slot = definitions.path("slot").path("properties");
    assertThat(words(slot.path("type"))).isEqualTo(sorted(KindReader.types()));
    assertThat(words(slot.at("/normalise/anyOf/0"))).isEqualTo(sorted(Normal.names()));
    assertThat(words(definitions.at("/trigger/anyOf/1/properties/mentions/anyOf/0")))
        .isEqualTo(sorted(entities));
    assertThat(words(definitions.at("/step/anyOf/1/properties/call")))
        .isEqualTo(sorted(Operations.names()));
  }

  private static List<String> mistakes(String name, String yaml) throws IOException {
    return validator(name).validate(tree(yaml)).stream().map(Object::toString).toList();
  }

  private static JsonSchema validator(String name) {
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7,
            factory ->
                factory.schemaMappers(
                    mappers -> mappers.mapPrefix(BASE, FOLDER.toUri().toString())))
        .getSchema(SchemaLocation.of(BASE + name + ".schema.json"));
  }

  private static JsonNode schema(String name) throws IOException {
    return MAPPER.readTree(FOLDER.resolve(name + ".schema.json").toFile());
  }

  /** As editors read it: of plain words only numbers are more than words. */
  private static JsonNode tree(String yaml) {
    var options = new LoaderOptions();
    var dumper = new DumperOptions();
    var reader =
        new org.yaml.snakeyaml.Yaml(
            new SafeConstructor(options),
            new Representer(dumper),
            dumper,
            options,
            new Resolver() {
              @Override
              protected void addImplicitResolvers() {
                addImplicitResolver(Tag.INT, INT, "-+0123456789");
              }
            });
    return MAPPER.valueToTree(reader.load(yaml));
  }

  private static Set<String> keys(JsonNode schema) {
    var keys = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> alternatives(JsonNode schema) {
    var names = new TreeSet<String>();
    schema.path("anyOf").forEach(line -> names.add(line.path("required").path(0).textValue()));
    return names;
  }

  private static Set<String> words(JsonNode schema) {
    var words = new TreeSet<String>();
    schema.path("enum").forEach(word -> words.add(word.textValue()));
    return words;
  }

  private static Set<String> sorted(Collection<String> words) {
    return new TreeSet<>(words);
  }
}
