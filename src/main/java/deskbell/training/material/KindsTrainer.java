package deskbell.training.material;

import deskbell.conversation.Language;
import deskbell.training.CalibrationFit;
import deskbell.training.LinearSettings;
import deskbell.training.LinearTrainer;
import deskbell.understanding.FollowUp;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.ValueKinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Learns kinds of things from the values of frames, in all languages together. */
public final class KindsTrainer {
  private KindsTrainer() {}

  /** A value of a slot, as a follow-up holds it: in plain form, its numbers hidden. */
  private record Value(String kind, String text) {}

  /**
   * Learns from the values of the training part of a corpus; how sure to be, from those of its
   * validation part. Blocks for the disk; a mistake is {@link deskbell.conversation.Invalid}.
   */
  public static ValueKinds train(Path corpus) {
    var learnt = values(corpus, "training");
    var kinds = learnt.stream().map(Value::kind).distinct().sorted().toList();
    var labels = learnt.stream().mapToInt(value -> kinds.indexOf(value.kind())).toArray();
    var model =
        new LinearTrainer(LinearSettings.DEFAULTS).train(bags(learnt), labels, kinds, _ -> {});
    var others = values(corpus, "validation");
    var calibration =
        CalibrationFit.of(model, bags(others), others.stream().map(Value::kind).toList());
    return new ValueKinds(model, calibration);
  }

  private static List<Value> values(Path corpus, String part) {
    var values = new ArrayList<Value>();
    for (var language : Language.values()) {
      var file = Rewritings.file(corpus, language, part);
      if (Files.exists(file)) {
        Frames.read(file)
            .values()
            .forEach((kind, of) -> of.forEach(text -> values.add(new Value(kind, hidden(text)))));
      }
    }
    return values;
  }

  private static String hidden(String value) {
    return new FollowUp(value, List.of()).prompt().text();
  }

  private static List<FeatureBag> bags(List<Value> values) {
    return values.stream().map(Value::text).map(ValueKinds::features).toList();
  }
}
