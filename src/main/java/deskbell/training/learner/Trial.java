package deskbell.training.learner;

import deskbell.training.CalibrationFit;
import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import deskbell.training.FusionFit;
import deskbell.training.FusionFit.Ballot;
import deskbell.training.learner.Figures.Case;
import deskbell.understanding.Distribution;
import deskbell.understanding.Fusion;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.LinearVoter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One set, once: voters are trained on its training part; cost, calibration, fusion and the
 * threshold are chosen on its validation part; then voters are trained on both and asked about the
 * test part. One thread, beside those of the linear trainer; blocks for minutes.
 */
final class Trial {
  /**
   * The share of messages in scope that may be rejected for the sake of what is out of scope. On
   * CLINC150's validation part this much brings the recall from 30 % to 63 %, and three times as
   * much 13 points more.
   */
  static final double GIVEN_FOR_REJECTION = 0.002;

  private final PublicSet set;
  private final LinearLearner learner;
  private final Optional<FurtherVoter> further;
  private final Consumer<String> progress;

  Trial(PublicSet set, Optional<FurtherVoter> further, Consumer<String> progress) {
    this.set = set;
    this.further = further;
    this.progress = progress;
    learner = new LinearLearner(set.intents());
  }

  /** How each group of voters did; on the validation part where the test is not to be touched. */
  Map<Set<String>, Figures> run(boolean test) {
    var choice = learner.choose(set.training(), set.validation());
    progress.accept(set.name() + ": " + choice);
    var calibration =
        CalibrationFit.of(
            choice.model(),
            LinearLearner.bags(set.validation(), choice.utterances()),
            set.validation().stream().map(Example::intent).toList());
    var chosen = ballots(set.training(), choice, choice.model(), calibration, set.validation());
    var fusions = FusionFit.ofGroups(set.intents(), chosen);
    var thresholds = new HashMap<Set<String>, Double>();
    fusions.forEach((group, fusion) -> thresholds.put(group, threshold(cases(fusion, chosen))));
    var asked =
        test
            ? ballots(
                set.learnt(), choice, learner.train(set.learnt(), choice), calibration, set.test())
            : chosen;
    var figures = new LinkedHashMap<Set<String>, Figures>();
    fusions.forEach(
        (group, fusion) ->
            figures.put(group, Figures.of(cases(fusion, asked), thresholds.get(group))));
    return figures;
  }

  private double threshold(List<Case> cases) {
    return set.rejects() ? Figures.threshold(cases, GIVEN_FOR_REJECTION) : 0;
  }

  private List<Ballot> ballots(
      List<Example> learnt,
      LinearLearner.Choice choice,
      LinearModel model,
      Calibration calibration,
      List<Example> asked) {
    var others = further.map(voter -> voter.train(new CorpusSplit(learnt, set.validation(), 0, 0)));
    try (var opinions = new Opinions(set.intents(), learnt)) {
      opinions.add(new LinearVoter(model, calibration), choice.utterances());
      others.ifPresent(trained -> opinions.add(trained.voter(), trained.utterances()));
      return asked.stream()
          .map(example -> new Ballot(opinions.of(example), example.intent()))
          .toList();
    } finally {
      others.ifPresent(trained -> trained.close().run());
    }
  }

  private List<Case> cases(Fusion fusion, List<Ballot> ballots) {
    return ballots.stream()
        .map(ballot -> new Case(fused(fusion, ballot), ballot.intent()))
        .toList();
  }

  private Distribution fused(Fusion fusion, Ballot ballot) {
    var heard = new LinkedHashMap<String, Distribution>();
    fusion.weights().keySet().forEach(name -> heard.put(name, ballot.opinions().get(name)));
    return fusion.of(set.intents(), heard);
  }
}
