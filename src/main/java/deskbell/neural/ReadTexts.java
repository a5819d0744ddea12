package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the encoder made of texts that are read again and again, such as articles. Those asked for
 * longest ago are forgotten first. Kept on the heap, so that nothing has to be freed. One thread at
 * a time.
 */
final class ReadTexts {
  /** Tokens of all texts together: 50 MB at a width of 192. */
  private static final int MOST_TOKENS = 65_536;

  private static final float LOAD = 0.75f;

  private final int width;
  private final Map<Prompt, ReadText> kept = new LinkedHashMap<>(16, LOAD, true);
  private int tokens;

  /**
   * A text that was read.
   *
   * @param tokens what was read (S)
   * @param vectors what was made of it (S·D)
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and written by nobody
  record ReadText(int[] tokens, float[] vectors) {}

  /** Nothing read yet; vectors are of this width. */
  ReadTexts(int width) {
    this.width = width;
  }

  /**
   * Texts as they were read, in their order.
   *
   * @param cutter makes tokens of a text
   * @param reader makes vectors (B,S,D) of the tokens of texts that are not known
   */
  List<ReadText> of(
      List<Prompt> prompts, Function<Prompt, int[]> cutter, Function<List<int[]>, NDArray> reader) {
    var found = new LinkedHashMap<Prompt, ReadText>();
    var unknown = new ArrayList<Prompt>();
    for (var prompt : prompts.stream().distinct().toList()) {
      var text = kept.get(prompt);
      if (text == null) {
        unknown.add(prompt);
      } else {
        found.put(prompt, text);
      }
    }
    if (!unknown.isEmpty()) {
      var read = read(unknown.stream().map(cutter).toList(), reader);
      for (int i = 0; i < read.size(); i++) {
        found.put(unknown.get(i), read.get(i));
        keep(unknown.get(i), read.get(i));
      }
    }
    return prompts.stream().map(found::get).toList();
  }

  private List<ReadText> read(List<int[]> texts, Function<List<int[]>, NDArray> reader) {
    var vectors = reader.apply(texts);
    int longest = (int) vectors.getShape().get(1);
    var all = vectors.toFloatArray();
    var read = new ArrayList<ReadText>();
    for (int row = 0; row < texts.size(); row++) {
      var own = new float[texts.get(row).length * width];
      System.arraycopy(all, row * longest * width, own, 0, own.length);
      read.add(new ReadText(texts.get(row), own));
    }
    return read;
  }

  private void keep(Prompt prompt, ReadText text) {
    kept.put(prompt, text);
    tokens += text.tokens().length;
    var oldest = kept.values().iterator();
    while (tokens > MOST_TOKENS) {
      tokens -= oldest.next().tokens().length;
      oldest.remove();
    }
  }

  /** Texts side by side (B,S,D), filled up with zeros, in a scope. */
  NDArray together(NDManager scope, List<ReadText> texts) {
    int longest = texts.stream().mapToInt(text -> text.tokens().length).max().orElse(1);
    var all = FloatBuffer.allocate(texts.size() * longest * width);
    for (int row = 0; row < texts.size(); row++) {
      all.put(row * longest * width, texts.get(row).vectors());
    }
    return scope.create(all, new Shape(texts.size(), longest, width));
  }
}
