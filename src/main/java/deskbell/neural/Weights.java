package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The arrays of a {@link Transformer} by name, in single precision. They belong to the scope that
 * they were made in.
 */
public final class Weights {
  private final TransformerConfig config;
  private final Map<String, NDArray> arrays;

  private Weights(TransformerConfig config, Map<String, NDArray> arrays) {
    this.config = config;
    this.arrays = arrays;
  }

  /** Weights that know nothing yet; the same seed gives the same. */
  public static Weights random(TransformerConfig config, NDManager scope, long seed) {
    var random = new SplittableRandom(seed);
    var values = new LinkedHashMap<String, float[]>();
    config.shapes().forEach((name, shape) -> values.put(name, first(config, name, shape, random)));
    return of(config, scope, values);
  }

  /** Weights with these values; a missing, strange or wrongly sized one is {@link Invalid}. */
  public static Weights of(TransformerConfig config, NDManager scope, Map<String, float[]> values) {
    var arrays = new LinkedHashMap<String, NDArray>();
    config
        .shapes()
        .forEach(
            (name, shape) -> {
              var found = values.get(name);
              if (found == null || found.length != shape.size()) {
                throw new Invalid(
                    name,
                    found == null
                        ? "is missing"
                        : "has " + found.length + " values; the configuration asks for " + shape);
              }
              try (var given = scope.create(found, shape)) {
                arrays.put(name, given.duplicate()); // into memory that the engine aligns
              }
            });
    values.keySet().stream()
        .filter(name -> !arrays.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Invalid(name, "is no weight of this configuration");
            });
    return new Weights(config, arrays);
  }

  private static float[] first(
      TransformerConfig config, String name, Shape shape, SplittableRandom random) {
    var values = new float[(int) shape.size()];
    if (name.endsWith(".gain")) {
      Arrays.fill(values, 1);
    } else if (!name.endsWith(".shift") && !name.endsWith(".distance")) {
      double deviation = 1 / Math.sqrt((double) shape.get(1));
      if (name.endsWith(".out")) {
        deviation /= Math.sqrt(config.encoderLayers() + config.decoderLayers());
      }
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextGaussian() * deviation);
      }
    }
    return values;
  }

  /** The size that these weights are for. */
  public TransformerConfig config() {
    return config;
  }

  /** One array. */
  NDArray get(String name) {
    return arrays.get(name);
  }

  /** All arrays by name, in the order of the file. */
  public Map<String, NDArray> all() {
    return arrays;
  }

  /** A copy of all values. */
  public Map<String, float[]> values() {
    var values = new LinkedHashMap<String, float[]>();
    arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }
}
