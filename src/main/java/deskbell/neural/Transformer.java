package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model: an encoder that reads a text, and a decoder that writes another token by token
 * (Vaswani 2017), with the norm before each block (Xiong 2020), relative positions (Raffel 2020),
 * one table of vectors for reading and writing (Press 2017) and a pointer by which words of the
 * text can be copied (See 2017). Any thread; results belong to the scope of the arrays given.
 *
 * <p>Shapes: B texts of a batch, S tokens read, T tokens written, D width, H heads of K = D/H, F
 * feed-forward width, L decoder layers, V tokens known: P pieces of text and marks, then I intents.
 */
public final class Transformer {
  private final TransformerConfig config;
  private final NDArray embedding; // (V,D)
  private final NDArray pieces; // (P,D), its first rows
  private final NDArray intents; // (I,D), its last rows
  private final NDArray parts; // (8,D), one for each part of what is read
  private final NDArray enlarge; // √D
  private final List<EncoderLayer> encoder;
  private final List<DecoderLayer> decoder;
  private final Norm encoderNorm;
  private final Norm decoderNorm;
  private final RelativePositions reading;
  private final RelativePositions writing;
  private final NDArray memory; // (2LD,D), all layers' keys and values of what was read
  private final Pointer pointer;
  private final Dropout dropout;
  private final boolean training;

  private Transformer(Weights weights, Dropout dropout, boolean training) {
    config = weights.config();
    this.dropout = dropout;
    this.training = training;
    var scope = weights.get("embedding").getManager();
    int size = config.width() / config.heads();
    var scale = scope.create((float) (1 / Math.sqrt(size)));
    var attention = new Attention(config.heads(), size, scale, dropout);
    embedding = weights.get("embedding");
    pieces = training ? null : piecesOf(scope);
    intents = training ? null : intentsOf(scope);
    parts = weights.get("encoder.part");
    enlarge = scope.create((float) Math.sqrt(config.width()));
    encoder =
        layers(config.encoderLayers())
            .mapToObj(layer -> EncoderLayer.of(weights, "encoder." + layer, attention))
            .toList();
    decoder =
        layers(config.decoderLayers())
            .mapToObj(layer -> DecoderLayer.of(weights, "decoder." + layer, attention))
            .toList();
    encoderNorm = Norm.of(weights, "encoder");
    decoderNorm = Norm.of(weights, "decoder");
    reading = positions(weights, "encoder", true, config.longestInput());
    writing = positions(weights, "decoder", false, config.longestOutput());
    memory = weights.get("decoder.memory");
    pointer = Pointer.of(weights, scope);
  }

  /** A transformer that answers. */
  public static Transformer of(Weights weights) {
    return new Transformer(weights, Dropout.NONE, false);
  }

  /** A transformer that learns: nothing is prepared from weights that will change. */
  public static Transformer learning(Weights weights, Dropout dropout) {
    return new Transformer(weights, dropout, true);
  }

  /** Reads texts (B,S) → (B,S,D). */
  public NDArray read(Batch batch) {
    int length = (int) batch.ids().getShape().get(1);
    var distances = reading.bias(batch.ids().getManager(), 0, length, length); // (H,S,S)
    var hidden = batch.padding();
    var bias = hidden == null ? distances : hidden.add(distances); // (B,H,S,S)
    var part = Layers.rows(batch.parts(), parts).mul(enlarge); // (B,S,D)
    var x = embed(batch.ids()).add(part); // (B,S,D)
    for (var layer : encoder) {
      x = layer.apply(x, bias); // (B,S,D)
    }
    return dropout.of(encoderNorm.apply(x)); // (B,S,D)
  }

  /**
   * Reads texts and begins to write on them.
   *
   * @param stepwise whether it goes on token by token; otherwise all is written at once
   */
  public Writing begin(Batch batch, boolean stepwise) {
    return begin(batch, read(batch), stepwise);
  }

  /** Begins to write on texts that were read already (B,S,D). */
  Writing begin(Batch batch, NDArray read, boolean stepwise) {
    var shape = read.getShape();
    int parts = 2 * config.decoderLayers() * config.heads();
    int size = config.width() / config.heads();
    var all = Layers.linear(read, memory); // (B,S,2LD)
    var apart = Layers.heads(all, shape.get(0), shape.get(1), parts, size); // (B,2LH,S,K)
    var each = Layers.split(apart, config.heads(), 1); // 2L × (B,H,S,K)
    var caches =
        layers(stepwise ? config.decoderLayers() : 0)
            .mapToObj(_ -> new LayerCache(read.getManager()))
            .toList();
    return new Writing(batch, read, each, caches);
  }

  /** Writes on: ids (B,T) after those before → what follows each, as vectors (B,T,D). */
  public NDArray write(NDArray ids, Writing text) {
    int length = (int) ids.getShape().get(1);
    int from = text.length();
    var distances = writing.bias(ids.getManager(), from, length, from + length); // (H,T,S)
    var x = embed(ids); // (B,T,D)
    for (int layer = 0; layer < decoder.size(); layer++) {
      x = decoder.get(layer).apply(x, distances, text, layer); // (B,T,D)
    }
    text.wrote(length);
    return dropout.of(decoderNorm.apply(x)); // (B,T,D)
  }

  /** How much each piece follows: vectors (B,T,D) → (B,T,P). */
  public NDArray pieces(NDArray vectors) {
    return Layers.linear(vectors, training ? piecesOf(vectors.getManager()) : pieces);
  }

  /** How much each intent is meant: vectors (B,1,D) → (B,1,I). */
  public NDArray intents(NDArray vectors) {
    return Layers.linear(vectors, training ? intentsOf(vectors.getManager()) : intents);
  }

  /** Some rows (R,N) of all texts' (B,T,N), by their places among B·T (R). */
  public static NDArray rows(NDArray each, NDArray places) {
    long width = each.getShape().getLastDimension();
    return Layers.rows(places, each.reshape(new Shape(-1, width)));
  }

  /** Where to copy from: vectors (B,T,D) → probabilities (B,T,S). */
  public NDArray places(NDArray vectors, Writing text) {
    return pointer.places(vectors, text.copied(this::copied), text.padding());
  }

  /** How likely the vocabulary is chosen rather than a copy: vectors (B,T,D) → (B,T,1). */
  public NDArray vocabulary(NDArray vectors) {
    return pointer.vocabulary(vectors);
  }

  /** What places are found by: what stands left (B,S,2), what was read (B,S,D) → (B,S,D). */
  private NDArray copied(NDArray before, NDArray read) {
    var shape = read.getShape();
    var left = new Shape(shape.get(0), shape.get(1), (long) Batch.BEFORE * config.width());
    return pointer.keys(read, embed(before).reshape(left)); // (B,S,D)
  }

  /** Its size. */
  public TransformerConfig config() {
    return config;
  }

  private NDArray embed(NDArray ids) {
    var vectors = Layers.rows(ids, embedding).mul(enlarge); // (B,T,D)
    return dropout.of(vectors);
  }

  private RelativePositions positions(Weights weights, String name, boolean bothWays, int most) {
    return new RelativePositions(weights.get(name + ".distance"), bothWays, training ? 0 : most);
  }

  private NDArray piecesOf(NDManager scope) {
    return Layers.part(scope, embedding, new long[] {0, 0}, config.pieces(), config.width());
  }

  private NDArray intentsOf(NDManager scope) {
    var from = new long[] {config.pieces(), 0};
    return Layers.part(scope, embedding, from, config.vocabulary(), config.width());
  }

  private static IntStream layers(int count) {
    return IntStream.range(0, count);
  }
}
