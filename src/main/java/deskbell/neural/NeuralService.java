package deskbell.neural;

import deskbell.conversation.Busy;
import deskbell.conversation.DeskbellException;
import deskbell.conversation.Unavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests to the model from one worker of its own: those that wait together are computed
 * together, a full queue is {@link Busy} at once, a request that waited too long is {@link
 * Unavailable}, equal requests are computed once. Any thread may ask; results come on the worker.
 */
public final class NeuralService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NeuralService.class);
  private static final long IDLE_MILLIS = 100;

  private final NeuralModel model;
  private final NeuralSettings settings;
  private final BlockingQueue<Waiting<?>> queue;
  private final ResultCache results;
  private final Thread worker;
  private volatile boolean closed;

  /** Takes over a model, warms it up and begins to serve. Blocks until it is warm. */
  public NeuralService(NeuralModel model, NeuralSettings settings) {
    this.model = model;
    this.settings = settings;
    queue = new ArrayBlockingQueue<>(settings.queue());
    results = new ResultCache(settings.cached());
    worker = Thread.ofPlatform().name("deskbell-neural").start(this::work);
    WarmUp.of(this);
  }

  /** A request that waits since a time (nanoseconds). */
  private record Waiting<T>(Request<T> request, CompletableFuture<T> result, long since) {}

  /** The intents, in the order of {@link #intents(String)}. */
  public List<String> intents() {
    return model.intents();
  }

  /**
   * Whether half as many requests wait as are computed together, or more: what can be done without
   * had better not be asked for.
   */
  public boolean isCrowded() {
    return 2 * queue.size() >= settings.batch();
  }

  /**
   * What was asked for, once it is there. Blocks; never on an event loop.
   *
   * @throws Busy where too many waited
   * @throws Unavailable where it did not come in time
   */
  public static <T> T await(CompletableFuture<T> asked) {
    try {
      return asked.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof DeskbellException known) {
        throw known;
      }
      throw new Unavailable("The model did not answer in time", failure);
    }
  }

  /** The logarithms of the intents' probabilities for a text in its plain form. */
  public CompletableFuture<List<Float>> intents(String text) {
    return ask(new Request.Intents(text));
  }

  /** The values in a text in its plain form. */
  public CompletableFuture<List<Slot>> slots(String text) {
    return ask(new Request.Slots(text));
  }

  /** What the model writes on a prompt. */
  public CompletableFuture<Written> write(Task task, Prompt prompt, Limits limits) {
    return ask(new Request.Write(task, prompt, limits));
  }

  /** What is to be changed in a prompt, so that it stands alone: several ways, likeliest first. */
  public CompletableFuture<List<Marked>> revise(Prompt prompt, Limits limits) {
    return ask(new Request.Revise(prompt, limits));
  }

  /** How likely an answer is after a prompt: the mean logarithm of a token's probability. */
  public CompletableFuture<Double> score(Task task, Prompt prompt, String answer) {
    return ask(new Request.Score(task, prompt, answer));
  }

  private <T> CompletableFuture<T> ask(Request<T> request) {
    var known = results.find(request);
    if (known.isPresent()) {
      return CompletableFuture.completedFuture(known.get());
    }
    var waiting = new Waiting<>(request, new CompletableFuture<T>(), System.nanoTime());
    if (closed) {
      waiting.result.completeExceptionally(new Unavailable("The model is closed"));
    } else if (!queue.offer(waiting)) {
      waiting.result.completeExceptionally(
          new Busy("The model's queue is full: " + settings.queue() + " requests wait"));
    }
    return waiting.result.orTimeout(settings.limit().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void work() {
    Torch.forgetGradients();
    Torch.threads(settings.threads());
    try {
      while (!closed) {
        var first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          var together = new ArrayList<Waiting<?>>(List.of(first));
          queue.drainTo(together, settings.batch() - 1);
          answer(together);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      queue.forEach(
          one -> one.result.completeExceptionally(new Unavailable("The model is closed")));
      model.close();
    }
  }

  private void answer(List<Waiting<?>> together) {
    var alike = new LinkedHashMap<Object, List<Waiting<?>>>();
    for (var one : together) {
      if (late(one)) {
        one.result.completeExceptionally(
            new Unavailable("The model did not answer within " + settings.limit()));
      } else {
        alike.computeIfAbsent(one.request.key(), _ -> new ArrayList<>()).add(one);
      }
    }
    alike.values().forEach(this::compute);
  }

  private boolean late(Waiting<?> one) {
    return one.result.isDone() || System.nanoTime() - one.since > settings.limit().toNanos();
  }

  private void compute(List<Waiting<?>> alike) {
    try {
      var answers = Answers.of(model, alike.stream().map(Waiting::request).distinct().toList());
      answers.forEach(results::keep);
      alike.forEach(one -> complete(one, answers.get(one.request)));
    } catch (RuntimeException | OutOfMemoryError failure) {
      LOG.error("the model failed at {} requests", alike.size(), failure);
      var why = new Unavailable("The model failed", failure);
      alike.forEach(one -> one.result.completeExceptionally(why));
    }
  }

  @SuppressWarnings("unchecked") // an answer has the type that its request names
  private static <T> void complete(Waiting<T> one, Object answer) {
    one.result.complete((T) answer);
  }

  /**
   * Stops serving. Blocks for the batch that is being computed, after which the worker frees the
   * model: never while it computes with it.
   */
  @Override
  public void close() {
    closed = true;
    try {
      if (!worker.join(settings.limit())) {
        LOG.warn(
            "the model still computes after {}; it is freed when it is done", settings.limit());
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
