package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import deskbell.conversation.Unavailable;
import deskbell.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeuralRerankerTest {
  private static final List<Passage> FOUND =
      List.of(
          passage("cost", 0.5), passage("time", 0.4), passage("area", 0.3), passage("gift", 0.2));

  @Test
  void the_likelier_article_comes_first_and_places_keep_their_confidence() {
    var asked = new ArrayList<String>();
    var reranker =
        new NeuralReranker(
            (question, answers) -> {
              asked.add(question + " " + answers);
              return List.of(-3.0, -1.0, -2.0);
            },
            1);
    assertThat(reranker.reranked("when?", FOUND))
        .extracting(Passage::id, Passage::confidence)
        .containsExactly(
            tuple("time", 0.5), tuple("area", 0.4), tuple("cost", 0.3), tuple("gift", 0.2));
    assertThat(asked).containsExactly("when? [text of cost, text of time, text of area]");
  }

  @Test
  void a_score_counts_by_its_weight() {
    var reranker = new NeuralReranker((_, _) -> List.of(-3.0, -1.0, -2.0), 0.01);
    assertThat(reranker.reranked("when?", FOUND)).isEqualTo(FOUND);
  }

  @Test
  void where_there_is_no_doubt_nobody_is_asked() {
    var reranker =
        new NeuralReranker(
            (_, _) -> {
              throw new AssertionError("asked");
            },
            1);
    var clear = List.of(passage("cost", 0.9), passage("time", 0.1));
    assertThat(reranker.reranked("when?", clear)).isEqualTo(clear);
    assertThat(reranker.reranked("when?", List.of())).isEmpty();
    var hopeless = List.of(passage("cost", 0), passage("time", 0));
    assertThat(reranker.reranked("when?", hopeless)).isEqualTo(hopeless);
  }

  @Test
  void a_model_that_does_not_answer_leaves_the_order() {
    var reranker =
        new NeuralReranker(
            (_, _) -> {
              throw new Unavailable("late");
            },
            1);
    assertThat(reranker.reranked("when?", FOUND)).isEqualTo(FOUND);
  }

  private static Passage passage(String id, double confidence) {
    return new Passage(id, "question", "text of " + id, Optional.empty(), 1, confidence, List.of());
  }
}
