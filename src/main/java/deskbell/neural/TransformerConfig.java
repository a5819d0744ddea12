package deskbell.neural;

import ai.djl.ndarray.types.Shape;
import deskbell.conversation.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The size of a {@link Transformer}.
 *
 * @param pieces tokens that text is made of and that steer; ids from 0
 * @param intents what a text may want; their tokens follow the pieces
 * @param width D, the length of a token's vector
 * @param heads H, into which the width is divided
 * @param feedForward F, the width between a layer's two last matrices
 * @param longestInput in tokens; what is longer is cut
 * @param longestOutput in tokens
 */
public record TransformerConfig(
    int pieces,
    List<String> intents,
    int width,
    int heads,
    int feedForward,
    int encoderLayers,
    int decoderLayers,
    int longestInput,
    int longestOutput) {
  private static final int MOST_TOKENS = 200_000;
  private static final int MOST_WIDTH = 4_096;
  private static final int MOST_LAYERS = 48;
  private static final int MOST_LENGTH = 4_096;

  public TransformerConfig {
    intents = List.copyOf(intents);
    within("pieces", pieces, MOST_TOKENS);
    within("intents", intents.size(), MOST_TOKENS);
    within("width", width, MOST_WIDTH);
    within("heads", heads, width);
    within("feedForward", feedForward, 4 * MOST_WIDTH);
    within("encoderLayers", encoderLayers, MOST_LAYERS);
    within("decoderLayers", decoderLayers, MOST_LAYERS);
    within("longestInput", longestInput, MOST_LENGTH);
    within("longestOutput", longestOutput, MOST_LENGTH);
    if (width % heads != 0) {
      throw new Invalid("heads", "is " + heads + "; must divide the width, " + width);
    }
    if (intents.stream().distinct().count() < intents.size()) {
      throw new Invalid("intents", "names one twice");
    }
  }

  private static void within(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw new Invalid(field, "is " + value + "; 1 to " + most);
    }
  }

  /** The size that ships, for these tokens and intents. */
  public static TransformerConfig of(int pieces, List<String> intents) {
    return new TransformerConfig(pieces, intents, 192, 4, 768, 3, 2, 192, 96);
  }

  /** V, all tokens. */
  public int vocabulary() {
    return pieces + intents.size();
  }

  /** The same size for other intents. */
  public TransformerConfig withIntents(List<String> others) {
    return new TransformerConfig(
        pieces,
        others,
        width,
        heads,
        feedForward,
        encoderLayers,
        decoderLayers,
        longestInput,
        longestOutput);
  }

  /** Every weight's name and shape, in the order of the file. */
  Map<String, Shape> shapes() {
    var shapes = new LinkedHashMap<String, Shape>();
    shapes.put("embedding", new Shape(vocabulary(), width));
    for (int layer = 0; layer < encoderLayers; layer++) {
      attention(shapes, "encoder." + layer + ".self");
      feedForward(shapes, "encoder." + layer + ".feed");
    }
    stack(shapes, "encoder");
    shapes.put("encoder.part", new Shape(Batch.PARTS, width));
    for (int layer = 0; layer < decoderLayers; layer++) {
      attention(shapes, "decoder." + layer + ".self");
      norm(shapes, "decoder." + layer + ".cross");
      shapes.put("decoder." + layer + ".cross.query", new Shape(width, width));
      shapes.put("decoder." + layer + ".cross.out", new Shape(width, width));
      feedForward(shapes, "decoder." + layer + ".feed");
    }
    stack(shapes, "decoder");
    shapes.put("decoder.memory", new Shape(2L * decoderLayers * width, width));
    shapes.put("copy.query", new Shape(width, width));
    shapes.put("copy.left", new Shape(width, (long) Batch.BEFORE * width));
    shapes.put("copy.gate", new Shape(1, width));
    return shapes;
  }

  private void attention(Map<String, Shape> shapes, String name) {
    norm(shapes, name);
    shapes.put(name + ".in", new Shape(3L * width, width));
    shapes.put(name + ".out", new Shape(width, width));
  }

  private void feedForward(Map<String, Shape> shapes, String name) {
    norm(shapes, name);
    shapes.put(name + ".in", new Shape(feedForward, width));
    shapes.put(name + ".out", new Shape(width, feedForward));
  }

  private void stack(Map<String, Shape> shapes, String name) {
    norm(shapes, name);
    shapes.put(name + ".distance", new Shape(RelativePositions.BUCKETS, heads));
  }

  private void norm(Map<String, Shape> shapes, String name) {
    shapes.put(name + ".gain", new Shape(width));
    shapes.put(name + ".shift", new Shape(width));
  }
}
