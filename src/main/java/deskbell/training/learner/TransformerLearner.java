package deskbell.training.learner;

import deskbell.conversation.Unavailable;
import deskbell.neural.NeuralModel;
import deskbell.neural.NeuralService;
import deskbell.neural.NeuralSettings;
import deskbell.training.CorpusSplit;
import deskbell.training.Utterances;
import deskbell.training.neural.Material;
import deskbell.training.neural.NeuralTrainer;
import deskbell.training.neural.TransformerSettings;
import deskbell.understanding.NeuralVoter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains a Transformer from nothing on a set's own texts, in a folder that is deleted with it.
 * Blocks for an hour or more where the set is large.
 */
final class TransformerLearner implements FurtherVoter {
  /** Times that every text is filled before the intents are learnt. */
  private static final int GAP_EPOCHS = 4;

  private static final double AS_IT_IS = 1;

  private final TransformerSettings settings;
  private final Consumer<String> progress;

  TransformerLearner(TransformerSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  @Override
  public Trained train(CorpusSplit examples) {
    try {
      var folder = Files.createTempDirectory("deskbell-learner");
      var today = LocalDate.EPOCH;
      new NeuralTrainer(settings, GAP_EPOCHS, today, progress)
          .train(examples, Material.NONE, Optional.empty(), folder);
      var service =
          new NeuralService(NeuralModel.open(Optional.of(folder)), NeuralSettings.PATIENT);
      return new Trained(
          new NeuralVoter(service, AS_IT_IS),
          new Utterances(today)::of,
          () -> {
            service.close();
            delete(folder);
          });
    } catch (IOException failed) {
      throw new Unavailable("The Transformer cannot be written", failed);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new Unavailable(folder + " cannot be deleted", failed);
    }
  }
}
