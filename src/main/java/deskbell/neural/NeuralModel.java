package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A trained Transformer with its tokenizer and its native memory. Each call computes all it is
 * given at once and frees what it needed. One thread at a time; {@link NeuralService} sees to that.
 */
public final class NeuralModel implements AutoCloseable {
  private final TransformerConfig config;
  private final Tokenizer tokenizer;
  private final NDManager memory;
  private final Transformer transformer;
  private final ReadTexts texts;

  private NeuralModel(NeuralDirectory.Contents contents) {
    config = contents.config();
    tokenizer = Tokenizer.read(contents.tokenizer());
    memory = Torch.scope();
    texts = new ReadTexts(config.width());
    transformer = Transformer.of(Weights.of(config, memory, contents.weights()));
  }

  /** Opens a directory, or the shipped model where none is given. Blocks for the disk. */
  public static NeuralModel open(Optional<Path> directory) {
    return new NeuralModel(NeuralDirectory.read(directory));
  }

  /** The intents, in the order of {@link #intents(List)}. */
  public List<String> intents() {
    return config.intents();
  }

  /** Its size. */
  public TransformerConfig config() {
    return config;
  }

  /** The logarithms of the intents' probabilities for each text, which is in its plain form. */
  public List<float[]> intents(List<String> texts) {
    var read = texts.stream().map(Prompt::of).map(this::tokens).toList();
    try (var scope = memory.newSubManager()) {
      var starts = new int[read.size()];
      Arrays.fill(starts, Pieces.task(Task.INTENT));
      var ids = scope.create(starts, new Shape(starts.length, 1)); // (B,1)
      var vectors = transformer.write(ids, begin(scope, read, true)); // (B,1,D)
      var log = transformer.intents(vectors).logSoftmax(2).toFloatArray(); // B·I
      var rows = new ArrayList<float[]>();
      int width = config.intents().size();
      for (int row = 0; row < starts.length; row++) {
        rows.add(Arrays.copyOfRange(log, row * width, (row + 1) * width));
      }
      return rows;
    }
  }

  /** Writes on each prompt. */
  public List<Written> write(Task task, List<Prompt> prompts, Limits limits) {
    var drafts = drafts(task, prompts.stream().map(this::tokens).toList(), Rule.TEXT, limits);
    return drafts.stream().map(List::getFirst).map(this::written).toList();
  }

  /**
   * What is to be changed in each prompt, so that it stands alone: as many ways as drafts are
   * followed, likeliest first; one that was cut off where none came to its end.
   */
  public List<List<Marked>> revise(List<Prompt> prompts, Limits limits) {
    var read = prompts.stream().map(this::tokens).toList();
    return drafts(Task.REWRITE, read, Rule.REVISIONS, limits).stream()
        .map(drafts -> drafts.stream().map(this::marked).toList())
        .toList();
  }

  private Marked marked(Draft draft) {
    return new Marked(parts(draft.tokens()), draft.likelihood(), draft.ended());
  }

  private Written written(Draft draft) {
    var text = tokenizer.decode(draft.tokens());
    return new Written(text, draft.score(), draft.tokens().length, draft.ended());
  }

  /** The values in each text, which is in its plain form. */
  public List<List<Slot>> slots(List<String> texts) {
    var read = texts.stream().map(Prompt::of).map(this::tokens).toList();
    var limits = new Limits(0, config.longestOutput(), 1, 0);
    var drafts = drafts(Task.SLOTS, read, Rule.COPIES, limits);
    return IntStream.range(0, texts.size())
        .mapToObj(i -> slots(texts.get(i), drafts.get(i).getFirst().tokens()))
        .toList();
  }

  /** How likely each answer is after its prompt: mean logarithm of a token's probability. */
  public double[] scores(Task task, List<Prompt> prompts, List<String> answers) {
    var written = answers.stream().map(this::ended).toList();
    try (var scope = memory.newSubManager()) {
      var known =
          texts.of(prompts, this::tokens, tokens -> transformer.read(Batch.of(scope, tokens)));
      var read = known.stream().map(ReadTexts.ReadText::tokens).toList();
      var vectorsRead = texts.together(scope, known); // (B,S,D)
      var writing = transformer.begin(Batch.of(scope, read), vectorsRead, false);
      var before = written.stream().map(tokens -> moved(tokens, Pieces.task(task))).toList();
      var vectors = transformer.write(Batch.ids(scope, before), writing); // (B,T,D)
      var chosen = chosen(scope, vectors, written); // B·T
      var places = transformer.places(vectors, writing); // (B,T,S)
      var gates = transformer.vocabulary(vectors).toFloatArray(); // B·T
      return new Likelihoods(read, written, chosen, places, gates).means();
    }
  }

  private float[] chosen(NDManager scope, NDArray vectors, List<int[]> written) {
    var targets = Batch.ids(scope, written); // (B,T)
    var likely = transformer.pieces(vectors).softmax(2); // (B,T,P)
    return likely.gather(targets.expandDims(2), 2).toFloatArray();
  }

  private List<List<Draft>> drafts(Task task, List<int[]> read, Rule rule, Limits limits) {
    try (var scope = memory.newSubManager()) {
      return new Author(transformer, scope, read, task, rule, limits).write();
    }
  }

  private Writing begin(NDManager scope, List<int[]> read, boolean stepwise) {
    return transformer.begin(Batch.of(scope, read), stepwise);
  }

  private int[] tokens(Prompt prompt) {
    return prompt.tokens(tokenizer::encode, config.longestInput());
  }

  private int[] ended(String answer) {
    var tokens = tokenizer.encode(answer);
    var ended = Arrays.copyOf(tokens, Math.min(tokens.length, config.longestOutput() - 2) + 1);
    ended[ended.length - 1] = Pieces.END;
    return ended;
  }

  private static int[] moved(int[] tokens, int first) {
    var moved = new int[tokens.length];
    moved[0] = first;
    System.arraycopy(tokens, 0, moved, 1, tokens.length - 1);
    return moved;
  }

  /** Those whose values are whole characters of the text. */
  private List<Slot> slots(String text, int[] tokens) {
    return parts(tokens).stream()
        .map(part -> new Slot(part.mark(), part.text().strip()))
        .filter(slot -> !slot.value().isEmpty() && text.contains(slot.value()))
        .toList();
  }

  /** Marks, each with the text that follows it. */
  private List<Part> parts(int[] tokens) {
    var parts = new ArrayList<Part>();
    for (int from = 0; from < tokens.length; ) {
      int to = from + 1;
      while (to < tokens.length && Pieces.mark(tokens[to]).isEmpty()) {
        to++;
      }
      var mark = Pieces.mark(tokens[from]);
      if (!mark.isEmpty()) {
        parts.add(new Part(mark, tokenizer.decode(Arrays.copyOfRange(tokens, from, to))));
      }
      from = to;
    }
    return parts;
  }

  /** Native arrays that it owns now. */
  int nativeArrays() {
    return memory.getManagedArrays().size();
  }

  @Override
  public void close() {
    memory.close();
    tokenizer.close();
  }
}
