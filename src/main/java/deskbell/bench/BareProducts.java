package deskbell.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import deskbell.neural.Torch;
import deskbell.neural.TransformerConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix products of a Transformer and nothing else, in the same shapes on the same engine:
 * what no implementation on it can be faster than. One thread.
 */
final class BareProducts {
  private static final int ROUNDS = 20;

  /** A product of x (…,N,K) and y (…,K,M). */
  private record Product(Shape left, Shape right) {}

  private final TransformerConfig size;
  private final List<Product> products = new ArrayList<>();

  private BareProducts(TransformerConfig size) {
    this.size = size;
  }

  /** Seconds for reading so many texts of this length and for the first step of the decoder. */
  static double intents(TransformerConfig size, int batch, int length) {
    var bare = new BareProducts(size);
    for (int layer = 0; layer < size.encoderLayers(); layer++) {
      bare.linear(batch, length, 3 * size.width());
      bare.attention(batch, length, length);
      bare.rest(batch, length);
    }
    bare.linear(batch, length, 2 * size.decoderLayers() * size.width());
    bare.decoder(batch, 1, 1, length);
    bare.linear(batch, 1, size.intents().size());
    return bare.seconds();
  }

  /**
   * Seconds for writing a token on each of so many texts, after others, of texts of this length.
   */
  static double step(TransformerConfig size, int batch, int length, int before) {
    var bare = new BareProducts(size);
    bare.decoder(batch, 1, before, length);
    bare.linear(batch, 1, size.vocabulary());
    return bare.seconds();
  }

  private void decoder(int batch, int rows, int before, int length) {
    for (int layer = 0; layer < size.decoderLayers(); layer++) {
      linear(batch, rows, 3 * size.width());
      attention(batch, rows, before);
      linear(batch, rows, size.width());
      linear(batch, rows, size.width());
      attention(batch, rows, length);
      rest(batch, rows);
    }
  }

  private void rest(int batch, int rows) {
    linear(batch, rows, size.width());
    linear(batch, rows, size.feedForward());
    product(
        new Shape((long) batch * rows, size.feedForward()),
        new Shape(size.feedForward(), size.width()));
  }

  private void linear(int batch, int rows, int out) {
    product(new Shape((long) batch * rows, size.width()), new Shape(size.width(), out));
  }

  private void attention(int batch, int rows, int columns) {
    int heads = size.heads();
    int width = size.width() / heads;
    product(new Shape(batch, heads, rows, width), new Shape(batch, heads, width, columns));
    product(new Shape(batch, heads, rows, columns), new Shape(batch, heads, columns, width));
  }

  private void product(Shape left, Shape right) {
    products.add(new Product(left, right));
  }

  private double seconds() {
    try (var scope = Torch.scope()) {
      var pairs =
          products.stream()
              .map(one -> List.of(scope.ones(one.left()), scope.ones(one.right())))
              .toList();
      run(scope, pairs);
      long start = System.nanoTime();
      for (int round = 0; round < ROUNDS; round++) {
        run(scope, pairs);
      }
      return (System.nanoTime() - start) / 1e9 / ROUNDS;
    }
  }

  private static void run(NDManager scope, List<List<NDArray>> pairs) {
    for (var pair : pairs) {
      try (var product = pair.getFirst().matMul(pair.getLast())) {
        product.attach(scope);
      }
    }
  }
}
