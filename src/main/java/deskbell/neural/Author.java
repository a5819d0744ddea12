package deskbell.neural;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes texts on what was read, all of a batch at once: in each step every draft gets its
 * likeliest next tokens, and of the drafts of a text the best few stay (beam search; with a beam of
 * 1, greedy). One thread at a time.
 */
final class Author {
  private static final Comparator<Draft> LIKELIEST =
      Comparator.comparingDouble(Draft::likelihood).reversed();

  /** Chance of a token from which it begins a draft beside the likeliest one. */
  private static final float NEGLIGIBLE = 1e-4f;

  private final Transformer transformer;
  private final NDManager scope;
  private final List<int[]> read;
  private final Task task;
  private final Rule rule;
  private final Limits limits;
  private final List<List<Draft>> finished; // of each text, likeliest first

  /** Writes on what was read; native arrays live in the scope. */
  Author(
      Transformer transformer,
      NDManager scope,
      List<int[]> read,
      Task task,
      Rule rule,
      Limits limits) {
    this.transformer = transformer;
    this.scope = scope;
    this.read = read;
    this.task = task;
    this.rule = rule.without(limits.repeated()).atLeast(limits.shortest());
    this.limits = limits;
    finished = read.stream().<List<Draft>>map(_ -> new ArrayList<>()).toList();
  }

  /**
   * The drafts on each text that came to their end, likeliest first; where none did, one that was
   * cut off.
   */
  List<List<Draft>> write() {
    var writing = transformer.begin(Batch.of(scope, read), true);
    var drafts = IntStream.range(0, read.size()).mapToObj(Draft::empty).toList();
    int longest = Math.min(limits.longest(), transformer.config().longestOutput() - 1);
    for (int step = 0; step < longest && !drafts.isEmpty(); step++) {
      drafts = next(drafts, chances(drafts, writing));
      follow(drafts, writing);
    }
    drafts.stream().filter(this::nothingFinished).forEach(this::finish);
    return finished;
  }

  /** The probability of each token after each draft. */
  private float[][] chances(List<Draft> drafts, Writing writing) {
    try (var inner = scope.newSubManager()) {
      var last =
          drafts.stream()
              .map(draft -> new int[] {draft.tokens().length == 0 ? start() : last(draft)})
              .toList();
      var vectors = transformer.write(Batch.ids(inner, last), writing); // (B,1,D)
      var chosen = transformer.pieces(vectors).softmax(2).toFloatArray(); // B·P
      var places = transformer.places(vectors, writing).toFloatArray(); // B·S
      var gates = transformer.vocabulary(vectors).toFloatArray(); // B
      var chances = new float[drafts.size()][];
      for (int row = 0; row < chances.length; row++) {
        chances[row] = mixed(chosen, places, gates, row, drafts);
      }
      return chances;
    }
  }

  private float[] mixed(
      float[] chosen, float[] places, float[] gates, int row, List<Draft> drafts) {
    int width = chosen.length / gates.length;
    int length = places.length / gates.length;
    var chances = Arrays.copyOfRange(chosen, row * width, (row + 1) * width);
    for (int i = 0; i < width; i++) {
      chances[i] *= gates[row];
    }
    var tokens = read.get(drafts.get(row).text());
    for (int i = 0; i < Math.min(tokens.length, length); i++) {
      chances[tokens[i]] += (1 - gates[row]) * places[row * length + i];
    }
    return chances;
  }

  private int start() {
    return Pieces.task(task);
  }

  private static int last(Draft draft) {
    return draft.tokens()[draft.tokens().length - 1];
  }

  /** The drafts that go on, text after text. */
  private List<Draft> next(List<Draft> drafts, float[][] chances) {
    var going = new ArrayList<Draft>();
    for (int from = 0; from < drafts.size(); ) {
      int text = drafts.get(from).text();
      var longer = new ArrayList<Draft>();
      int row = from;
      for (; row < drafts.size() && drafts.get(row).text() == text; row++) {
        longer.addAll(grown(drafts.get(row), chances[row], row));
      }
      longer.sort(LIKELIEST);
      going.addAll(kept(longer.subList(0, Math.min(limits.beam(), longer.size()))));
      from = row;
    }
    return going;
  }

  /** A draft with each of its likeliest next tokens. */
  private List<Draft> grown(Draft draft, float[] chances, int row) {
    var grown = new ArrayList<Draft>();
    var tokens = read.get(draft.text());
    while (grown.size() < limits.beam()) {
      int best = best(chances);
      if (chances[best] <= (grown.isEmpty() ? 0 : NEGLIGIBLE)) {
        break;
      }
      if (rule.allows(tokens, draft.tokens(), best)) {
        grown.add(draft.with(best, chances[best], row));
      }
      chances[best] = 0;
    }
    return grown;
  }

  private static int best(float[] chances) {
    int best = 0;
    for (int i = 1; i < chances.length; i++) {
      if (chances[i] > chances[best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * What goes on of a text's best drafts: those that have hope and have not ended, unless as many
   * as are followed have ended better. Where none has hope the best one is all there is, cut off.
   */
  private List<Draft> kept(List<Draft> best) {
    var hopeful = best.stream().filter(draft -> draft.likelihood() >= limits.hopeless()).toList();
    if (hopeful.isEmpty()) {
      best.stream().limit(1).filter(this::nothingFinished).forEach(this::finish);
      return List.of();
    }
    hopeful.stream().filter(Draft::ended).forEach(this::finish);
    return hopeful.stream()
        .filter(draft -> !draft.ended())
        .filter(draft -> finished.get(draft.text()).size() < limits.beam() || overtakes(draft))
        .toList();
  }

  private boolean nothingFinished(Draft draft) {
    return finished.get(draft.text()).isEmpty();
  }

  private boolean overtakes(Draft draft) {
    return draft.likelihood() > finished.get(draft.text()).getLast().likelihood();
  }

  private void finish(Draft draft) {
    var own = finished.get(draft.text());
    own.add(draft);
    own.sort(LIKELIEST);
    if (own.size() > limits.beam()) {
      own.removeLast();
    }
  }

  /** Lets the engine's rows follow the drafts. */
  private void follow(List<Draft> drafts, Writing writing) {
    var rows = drafts.stream().mapToInt(Draft::row).toArray();
    boolean same = rows.length == writing.rows();
    for (int i = 0; i < rows.length && same; i++) {
      same = rows[i] == i;
    }
    if (!same && rows.length > 0) {
      writing.keep(rows);
    }
  }
}
