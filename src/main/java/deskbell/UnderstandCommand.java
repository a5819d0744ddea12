package deskbell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.understanding.Interpreter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code understand}: lines on standard input, one JSON object a line out. */
@Command(
    name = "understand",
    description = "Understands lines on standard input: one JSON object a line.",
    mixinStandardHelpOptions = true)
final class UnderstandCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "the language of lines that do not show theirs")
  Optional<String> language;

  @Mixin ModelOption model = new ModelOption();

  @Override
  public Integer call() throws Exception {
    try (var understanding = Understanding.open(model.folder)) {
      answer(understanding);
    }
    return 0;
  }

  private void answer(Interpreter interpreter) throws IOException {
    var expected = language.map(Language::parse);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.println(JSON.writeValueAsString(json(interpreter.understand(line, expected))));
        out.flush();
      }
    }
  }

  private static ObjectNode json(Understood understood) {
    var best = understood.best();
    var json =
        JSON.createObjectNode()
            .put("text", understood.text())
            .put("lang", understood.language().code())
            .put("intent", best.intent())
            .put("confidence", rounded(best.confidence()));
    var alternatives = json.putArray("alternatives");
    understood.intents().stream()
        .skip(1)
        .forEach(
            score ->
                alternatives
                    .addObject()
                    .put("intent", score.intent())
                    .put("confidence", rounded(score.confidence())));
    var entities = json.putArray("entities");
    understood
        .entities()
        .forEach(
            entity ->
                entities
                    .addObject()
                    .put("type", entity.type().wire())
                    .put("value", entity.value())
                    .put("start", entity.start())
                    .put("end", entity.end()));
    return json;
  }

  private static double rounded(double probability) {
    return Math.round(probability * 10_000) / 10_000.0;
  }
}
