package deskbell.training.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import deskbell.neural.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Steps downhill by means of gradients and of their squares, with decay apart from them (Kingma
 * 2015, Loshchilov 2019). Its arrays belong to the scope given. One thread at a time.
 */
final class AdamW {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.98f;
  private static final float EPSILON = 1e-8f;
  private static final float NO_CLIP = -1;
  private static final String MEAN = ".mean";
  private static final String SQUARE = ".square";

  /**
   * One weight with what is remembered of its gradients.
   *
   * @param decays whether it is pulled towards 0: matrices are, norms and distances are not
   */
  private record Learning(NDArray weight, NDArray mean, NDArray square, boolean decays) {}

  private final Map<String, Learning> all = new LinkedHashMap<>();
  private final List<Learning> here = new ArrayList<>();
  private final List<Learning> there = new ArrayList<>();
  private final double decay;
  private final SecondThread beside;

  /**
   * Steps for these weights, which from now on collect gradients.
   *
   * @param memory what another was told by {@link #memory}, to go on from; empty to begin
   */
  AdamW(
      Weights weights,
      NDManager scope,
      double decay,
      Map<String, float[]> memory,
      SecondThread beside) {
    this.decay = decay;
    this.beside = beside;
    for (var entry : weights.all().entrySet()) {
      var name = entry.getKey();
      var weight = entry.getValue();
      var decays = weight.getShape().dimension() > 1 && !name.endsWith(".distance");
      var mean = remembered(scope, weight, memory.get(name + MEAN));
      var square = remembered(scope, weight, memory.get(name + SQUARE));
      all.put(name, new Learning(weight, mean, square, decays));
      weight.setRequiresGradient(true);
    }
    share();
  }

  /** Shares the weights between the two threads, so that each has as many numbers. */
  private void share() {
    var largest = Comparator.comparingLong((Learning one) -> one.weight().size()).reversed();
    long more = 0;
    for (var one : all.values().stream().sorted(largest).toList()) {
      (more > 0 ? there : here).add(one);
      more += more > 0 ? -one.weight().size() : one.weight().size();
    }
  }

  private static NDArray remembered(NDManager scope, NDArray weight, float[] values) {
    var shape = weight.getShape();
    return values == null ? scope.zeros(shape) : scope.create(values, shape);
  }

  /** The length of all gradients as one vector. */
  double length() {
    double squares = 0;
    for (var one : all.values()) {
      try (var gradient = gradient(one)) {
        squares += square(gradient);
      }
    }
    return Math.sqrt(squares);
  }

  /**
   * Takes a step and forgets the gradients.
   *
   * @param step how many were taken before
   * @param shortened what gradients are multiplied by
   */
  void step(long step, double rate, double shortened) {
    double taken = step + 1.0;
    double corrected = rate * Math.sqrt(1 - Math.pow(BETA2, taken)) / (1 - Math.pow(BETA1, taken));
    Consumer<Learning> update =
        one -> {
          try (var gradient = gradient(one)) {
            update(one, gradient, (float) rate, (float) corrected, (float) shortened);
          }
        };
    var others = beside.begin(() -> there.forEach(update));
    here.forEach(update);
    others.join();
  }

  private void update(
      Learning one, PtNDArray gradient, float rate, float corrected, float shortened) {
    var weight = (PtNDArray) one.weight();
    JniUtils.adamUpdate(
        weight,
        gradient,
        (PtNDArray) one.mean(),
        (PtNDArray) one.square(),
        rate,
        corrected,
        one.decays() ? (float) decay : 0,
        shortened,
        NO_CLIP,
        BETA1,
        BETA2,
        EPSILON,
        true);
    JniUtils.zeroGrad(weight);
  }

  /** The gradient of a weight; zeros for one that no exercise has used yet. */
  private static PtNDArray gradient(Learning one) {
    return ((PtNDArray) one.weight()).getGradient();
  }

  private static double square(NDArray gradient) {
    try (var length = gradient.norm()) {
      return Math.pow(length.getFloat(), 2);
    }
  }

  /** What it remembers, to go on from later: means and squares of each weight. */
  Map<String, float[]> memory() {
    var memory = new LinkedHashMap<String, float[]>();
    all.forEach(
        (name, one) -> {
          memory.put(name + MEAN, one.mean().toFloatArray());
          memory.put(name + SQUARE, one.square().toFloatArray());
        });
    return memory;
  }
}
