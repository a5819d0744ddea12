package deskbell.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Computes requests of one kind together. One thread at a time. */
final class Answers {
  private Answers() {}

  /** The answer to each request; all have the same {@link Request#key key}. */
  static Map<Request<?>, Object> of(NeuralModel model, List<? extends Request<?>> requests) {
    var answers = answers(model, requests);
    var byRequest = new LinkedHashMap<Request<?>, Object>();
    for (int i = 0; i < requests.size(); i++) {
      byRequest.put(requests.get(i), answers.get(i));
    }
    return byRequest;
  }

  private static List<?> answers(NeuralModel model, List<? extends Request<?>> requests) {
    return switch (requests.getFirst()) {
      case Request.Intents _ ->
          model.intents(all(Request.Intents.class, requests, Request.Intents::text)).stream()
              .map(Answers::boxed)
              .toList();
      case Request.Slots _ -> model.slots(all(Request.Slots.class, requests, Request.Slots::text));
      case Request.Write write ->
          model.write(
              write.task(),
              all(Request.Write.class, requests, Request.Write::prompt),
              write.limits());
      case Request.Revise revise ->
          model.revise(
              all(Request.Revise.class, requests, Request.Revise::prompt), revise.limits());
      case Request.Score score ->
          boxed(
              model.scores(
                  score.task(),
                  all(Request.Score.class, requests, Request.Score::prompt),
                  all(Request.Score.class, requests, Request.Score::answer)));
    };
  }

  private static <R, T> List<T> all(
      Class<R> kind, List<? extends Request<?>> requests, Function<R, T> part) {
    return requests.stream().map(kind::cast).map(part).toList();
  }

  private static List<Float> boxed(float[] values) {
    var boxed = new ArrayList<Float>(values.length);
    for (float value : values) {
      boxed.add(value);
    }
    return List.copyOf(boxed);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
