package deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Operations;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Subject;
import deskbell.dialog.reading.FlowFiles;
import deskbell.handoff.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is shipped and shown at the desk has words there. */
class ConsoleNamesTest {
  private static final Pattern NAME = Pattern.compile("(?m)^ {2}'([^']+)': '");
  private static final List<Flow> FLOWS = FlowFiles.read(Path.of("dialog-flows")).flows();

  /** Values that are called the same whatever they are of. */
  private static final Set<String> GENERAL =
      Set.of("yes", "no", "none", "past", "today", "future", "otherwise", "else");

  private static Set<String> named(String language) throws IOException {
    var file = Path.of("webchat", "console", "names_" + language + ".js");
    return NAME.matcher(Files.readString(file))
        .results()
        .map(hit -> hit.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> flows() {
    var names = new TreeSet<String>();
    for (var flow : FLOWS) {
      names.add("flow." + flow.id());
      flow.slots().values().forEach(slot -> slot(slot).forEach(names::add));
      flow.steps().values().forEach(step -> step(step).forEach(names::add));
    }
    return names;
  }

  private static Stream<String> slot(Slot slot) {
    var fact = Stream.of("fact." + slot.name());
    return slot.kind() instanceof Kind.Choice choice
        ? Stream.concat(
            fact, choice.options().stream().map(it -> "value." + slot.name() + "." + it.value()))
        : fact;
  }

  private static Stream<String> step(Step step) {
    return switch (step) {
      case Step.HandOver it -> Stream.of("reason." + it.reason());
      case Step.End it -> Stream.of("end." + it.result());
      case Step.Branch it ->
          Stream.concat(
              Stream.of("fact." + it.subject().name()),
              it.cases().keySet().stream()
                  .filter(value -> !GENERAL.contains(value))
                  .map(value -> valued(it.subject().name(), value)));
      default -> Stream.empty();
    };
  }

  private static String valued(String subject, String value) {
    return (subject.equals(Subject.INTENT) ? "intent." : "value." + subject + ".") + value;
  }

  private static Set<String> shop() {
    var names = new TreeSet<String>();
    for (var name : Operations.names()) {
      names.add("call." + name);
      Operations.of(name).orElseThrow().outcomes().keySet().stream()
          .map(outcome -> "outcome." + outcome)
          .forEach(names::add);
    }
    return names;
  }

  private static Set<String> intents(String language) throws IOException {
    var config = new ObjectMapper().readTree(Path.of("src/main/model/config.json").toFile());
    var learnt = config.at("/linear/" + language + "/intents");
    return StreamSupport.stream(learnt.spliterator(), false)
        .map(intent -> "intent." + intent.asText())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void every_intent_flow_call_and_reason_has_words(String language) throws IOException {
    assertThat(named(language))
        .containsAll(intents(language))
        .containsAll(flows())
        .containsAll(shop())
        .contains("reason." + Ticket.TAKEN_OVER);
  }
}
