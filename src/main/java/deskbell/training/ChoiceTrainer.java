package deskbell.training;

import de.bwaldvogel.liblinear.Feature;
import deskbell.understanding.Softmax;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.LinearModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains a {@link LinearModel} on what was chosen: each text had several options, each option has
 * labels, and some of the options were right. An option's score is the sum of its labels' scores,
 * and the right ones are to be likely among all (conditional logit, McFadden 1974), by stochastic
 * gradient with a step size for each weight (Duchi 2011). Weights are rounded to eight bits. The
 * same choices give the same model.
 */
public final class ChoiceTrainer {
  private static final long SEED = 20261124;
  private static final double STEADY = 0.1;

  private final Settings settings;

  /**
   * How it is trained.
   *
   * @param rounds passes over the choices
   * @param rate the size of a weight's first step
   * @param pull towards 0 of each weight in each step
   * @param dropped the share of a text's features that a step does without
   * @param leastTexts texts that a feature must occur in to be kept
   */
  public record Settings(int rounds, double rate, double pull, double dropped, int leastTexts) {
    /** Chosen on validation questions of the shop's corpus. */
    public static final Settings DEFAULTS = new Settings(4, 0.3, 1e-3, 0.2, 10);
  }

  /** What may be chosen, and whether it is right. */
  public record Option(Set<String> labels, boolean right) {
    /** Labels in any order. */
    public Option {
      labels = Set.copyOf(labels);
    }
  }

  /** A text and what it could choose from. */
  public record Choice(FeatureBag text, List<Option> options) {
    /** Options in any order. */
    public Choice {
      options = List.copyOf(options);
    }

    /** Whether there is anything to learn: something right, and something else. */
    boolean teaches() {
      return options.stream().map(Option::right).distinct().count() == 2;
    }
  }

  /** A choice in numbers. */
  private record Row(List<Feature> text, List<Alternative> alternatives) {}

  /** An option by the places of its labels. */
  private record Alternative(List<Integer> labels, boolean right) {
    double score(double[] scores) {
      return labels.stream().mapToDouble(label -> scores[label]).sum();
    }
  }

  /** A trainer with these settings. */
  public ChoiceTrainer(Settings settings) {
    this.settings = settings;
  }

  /** Trains a model whose intents are the labels. */
  public LinearModel train(Collection<Choice> choices) {
    var learnt = choices.stream().filter(Choice::teaches).toList();
    var vocabulary =
        Vocabulary.of(learnt.stream().map(Choice::text).toList(), settings.leastTexts());
    var labels = List.copyOf(labels(learnt));
    var rows =
        learnt.stream()
            .map(choice -> row(choice, vocabulary, labels))
            .collect(Collectors.toCollection(ArrayList::new));
    return new Quantiser(vocabulary, labels)
        .model(new Descent(labels.size(), vocabulary.size() + 1).over(rows));
  }

  private static Row row(Choice choice, Vocabulary vocabulary, List<String> labels) {
    var alternatives =
        choice.options().stream()
            .map(
                option ->
                    new Alternative(
                        option.labels().stream().map(labels::indexOf).sorted().toList(),
                        option.right()))
            .toList();
    return new Row(List.of(vocabulary.vector(choice.text())), alternatives);
  }

  private static Set<String> labels(List<Choice> choices) {
    var labels = new TreeSet<String>();
    choices.forEach(choice -> choice.options().forEach(option -> labels.addAll(option.labels())));
    return labels;
  }

  /** Weights by label and feature, the bias last, while they are learnt. */
  private final class Descent {
    private final Random random = new Random(SEED);
    private final float[][] planes;
    private final float[][] squares;

    Descent(int labels, int features) {
      planes = new float[labels][features];
      squares = new float[labels][features];
    }

    float[][] over(List<Row> rows) {
      for (int round = 0; round < settings.rounds(); round++) {
        Collections.shuffle(rows, random);
        rows.forEach(this::step);
      }
      return planes;
    }

    private void step(Row row) {
      var text = kept(row.text());
      double[] scores = scores(text);
      var alternatives = row.alternatives();
      double[] chances =
          Softmax.of(alternatives.stream().mapToDouble(one -> one.score(scores)).toArray());
      double right =
          IntStream.range(0, chances.length)
              .filter(i -> alternatives.get(i).right())
              .mapToDouble(i -> chances[i])
              .sum();
      var slopes = new double[planes.length];
      for (int i = 0; i < chances.length; i++) {
        var one = alternatives.get(i);
        double slope = chances[i] - (one.right() ? chances[i] / right : 0);
        one.labels().forEach(label -> slopes[label] += slope);
      }
      IntStream.range(0, slopes.length)
          .filter(label -> slopes[label] != 0)
          .forEach(label -> move(label, text, slopes[label]));
    }

    private List<Feature> kept(List<Feature> text) {
      return text.stream().filter(_ -> random.nextDouble() >= settings.dropped()).toList();
    }

    private double[] scores(List<Feature> text) {
      var scores = new double[planes.length];
      for (int label = 0; label < scores.length; label++) {
        for (var feature : text) {
          scores[label] += planes[label][feature.getIndex() - 1] * feature.getValue();
        }
      }
      return scores;
    }

    private void move(int label, List<Feature> text, double slope) {
      for (var feature : text) {
        int place = feature.getIndex() - 1;
        double by = slope * feature.getValue() + settings.pull() * planes[label][place];
        squares[label][place] += (float) (by * by);
        planes[label][place] -=
            (float) (settings.rate() * by / (Math.sqrt(squares[label][place]) + STEADY));
      }
    }
  }
}
