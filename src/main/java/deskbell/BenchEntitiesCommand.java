package deskbell;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.neural.NeuralModel;
import deskbell.neural.NeuralService;
import deskbell.neural.NeuralSettings;
import deskbell.neural.PlainText;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.training.EntityFigures.Found;
import deskbell.training.Example;
import deskbell.training.material.ValuesFit;
import deskbell.understanding.LearntValues;
import deskbell.understanding.NeuralValues;
import deskbell.understanding.SkillDirectory;
import deskbell.understanding.entity.EntityFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench entities}: how well values are found by rules and by the Transformer. */
@Command(
    name = "entities",
    description = "Measures how well values are found in messages whose values people marked.",
    mixinStandardHelpOptions = true)
final class BenchEntitiesCommand implements Callable<Integer> {
  private static final List<String> PARTS = List.of("validation", "held-out");

  @Spec CommandSpec spec;

  @Mixin ModelOption model = new ModelOption();

  @Mixin RecordOption record = new RecordOption();

  @Option(
      names = "--corpus",
      defaultValue = "src/main/corpus",
      paramLabel = "FOLDER",
      description = "the folder whose entities folder is asked; ${DEFAULT-VALUE}")
  Path corpus;

  @Option(
      names = "--part",
      defaultValue = "validation",
      description = "validation or held-out; ${DEFAULT-VALUE}")
  String part;

  @Override
  public Integer call() {
    if (!PARTS.contains(part)) {
      throw new Invalid("--part", "is " + part + "; known: validation, held-out");
    }
    BenchCommand.needsTransformer(model.folder);
    var out = spec.commandLine().getOut();
    try (var lines = record.lines("bench entities --part " + part, out::println);
        var service = new NeuralService(NeuralModel.open(model.folder), NeuralSettings.PATIENT)) {
      var wares = new ShopWares();
      wares.changed(DemoCatalogue.read());
      var rules = new EntityFinder(wares);
      var kinds = SkillDirectory.of(model.folder).values();
      var served = new NeuralValues(service, kinds, rules);
      lines.accept("the server lets the Transformer name: " + kinds);
      for (var language : Language.values()) {
        var figures = ValuesFit.figures(marked(language));
        var name = language.code() + " ";
        figures
            .lines(name + "by rules", one -> ValuesFit.found(one, rules, LearntValues.NONE))
            .forEach(lines);
        figures
            .lines(name + "by the Transformer alone", one -> learnt(one, service))
            .forEach(lines);
        figures
            .lines(name + "as the server does", one -> ValuesFit.found(one, rules, served))
            .forEach(lines);
      }
    }
    return 0;
  }

  private List<Example> marked(Language language) {
    return ValuesFit.marked(corpus, part).stream()
        .filter(example -> example.language() == language)
        .toList();
  }

  private static List<Found> learnt(Example example, NeuralService service) {
    return NeuralService.await(service.slots(PlainText.of(example.text()))).stream()
        .map(slot -> new Found(slot.name(), slot.value()))
        .toList();
  }
}
