package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/**
 * Forgets a share of all values while a Transformer learns, and enlarges the rest (Srivastava
 * 2014). What is forgotten is a stretch, from a random place on, of marks that were drawn once: to
 * draw them anew for each layer took a tenth of a step, and the engine draws all threads' numbers
 * from one source, in no certain order. One thread at a time; the marks may be shared.
 */
public final class Dropout {
  /** Forgets nothing. */
  public static final Dropout NONE = new Dropout(null);

  /** Places that a stretch may begin at, at least. */
  private static final int BEGINNINGS = 1 << 20;

  private final NDArray marks; // (N), 0 or what is kept enlarged by, or null
  private SplittableRandom random = new SplittableRandom(0);

  /** Forgets by these marks. */
  public Dropout(NDArray marks) {
    this.marks = marks;
  }

  /** Marks for arrays of at most so many values; the same seed gives the same. */
  public static NDArray marks(NDManager scope, double share, int most, long seed) {
    var drawn = new SplittableRandom(seed);
    var values = new float[most + BEGINNINGS];
    var kept = (float) (1 / (1 - share));
    for (int i = 0; i < values.length; i++) {
      values[i] = drawn.nextDouble() < share ? 0 : kept;
    }
    return scope.create(values);
  }

  /** What is forgotten from now on depends on this alone. */
  public void seed(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The values (…) with a share of them forgotten. */
  NDArray of(NDArray x) {
    if (marks == null) {
      return x;
    }
    var shape = x.getShape();
    long from = random.nextLong(marks.size() - shape.size() + 1);
    var scope = x.getManager();
    var stretch = Layers.part(scope, marks, new long[] {from}, from + shape.size());
    return x.mul(stretch.reshape(new Shape(shape.getShape())));
  }
}
