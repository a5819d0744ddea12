package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Busy;
import deskbell.conversation.Invalid;
import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralServiceTest {
  private static final Limits LIMITS = new Limits(1, 64, 1, 4);

  private static final NeuralSettings PATIENT =
      new NeuralSettings(64, 16, Duration.ofSeconds(30), 100, 1);

  @TempDir private Path folder;

  private NeuralService service(NeuralSettings settings) throws IOException {
    return new NeuralService(SmallTransformer.model(folder), settings);
  }

  @Test
  void many_who_ask_at_once_each_get_their_own_answer() throws IOException {
    try (var service = service(PATIENT);
        var model = SmallTransformer.model(folder.resolve("beside"))) {
      var texts = IntStream.range(300, 350).mapToObj(word -> "word" + word).toList();
      var answers = texts.stream().map(service::intents).toList();
      for (int i = 0; i < texts.size(); i++) {
        var alone = model.intents(List.of(texts.get(i))).getFirst();
        assertThat(answers.get(i).join().get(0).doubleValue()).isCloseTo(alone[0], within(1e-4));
      }
    }
  }

  @Test
  void an_answer_is_remembered() throws IOException {
    try (var service = service(PATIENT)) {
      var first = service.intents("word300").join();
      var second = service.intents("word300");

      assertThat(second.isDone()).isTrue();
      assertThat(second.join()).isSameAs(first);
    }
  }

  @Test
  void every_kind_of_request_is_answered() throws IOException {
    try (var service = service(PATIENT)) {
      var prompt = Prompt.of("word300 word301");
      assertThat(service.slots("word300 word301").join()).isNotNull();
      assertThat(service.write(Task.REPLY, prompt, LIMITS).join().score()).isNegative();
      assertThat(service.score(Task.QUESTION, prompt, "word302").join()).isNegative();
      assertThat(service.intents()).containsExactlyElementsOf(SmallTransformer.SIZE.intents());
    }
  }

  @Test
  void a_full_queue_says_so_at_once() throws IOException {
    try (var service = service(new NeuralSettings(1, 1, Duration.ofSeconds(30), 1, 1))) {
      var asked =
          IntStream.range(0, 200)
              .mapToObj(i -> service.write(Task.REPLY, Prompt.of("word" + i), LIMITS))
              .toList();

      assertThat(asked.stream().filter(CompletableFuture::isCompletedExceptionally).findFirst())
          .get()
          .satisfies(
              refused ->
                  assertThatThrownBy(refused::join)
                      .hasCauseInstanceOf(Busy.class)
                      .hasMessageContaining("The model's queue is full: 1 requests wait"));
    }
  }

  @Test
  void it_is_crowded_while_half_of_what_is_computed_together_waits() throws IOException {
    try (var service = service(new NeuralSettings(256, 1, Duration.ofSeconds(30), 1, 1))) {
      assertThat(service.isCrowded()).isFalse();
      var asked =
          IntStream.range(0, 200)
              .mapToObj(i -> service.write(Task.REPLY, Prompt.of("word" + i), LIMITS))
              .toList();
      assertThat(service.isCrowded()).isTrue();

      asked.forEach(CompletableFuture::join);

      assertThat(service.isCrowded()).isFalse();
    }
  }

  @Test
  void a_closed_service_answers_that_it_is_closed() throws IOException {
    var service = service(PATIENT);
    service.close();

    assertThatThrownBy(() -> service.intents("word399").join())
        .hasCauseInstanceOf(Unavailable.class)
        .hasMessageContaining("The model is closed");
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new NeuralSettings(0, 1, Duration.ofSeconds(1), 1, 1))
        .isInstanceOf(Invalid.class)
        .hasMessage("queue is 0; must be at least 1");
    assertThatThrownBy(() -> new NeuralSettings(1, 1, Duration.ZERO, 1, 1))
        .hasMessage("limit is PT0S; must be above 0");
  }
}
