package deskbell.understanding.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.Utterance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final Calibration PLAIN = new Calibration(4, 5, 0);

  /** Knows every feature of "refund please", all of which speak for the first intent. */
  private static LinearModel model(String... intents) {
    var bag = bag("refund please");
    var hashes = new int[bag.size()];
    Arrays.setAll(hashes, bag::hash);
    var ones = new float[hashes.length];
    Arrays.fill(ones, 1);
    var weights = new byte[hashes.length * intents.length];
    for (int row = 0; row < hashes.length; row++) {
      weights[row * intents.length] = 1;
    }
    return new LinearModel(
        List.of(intents), hashes, ones, ones.clone(), weights, new float[intents.length], 1);
  }

  private static FeatureBag bag(String text) {
    return LinearVoter.features(plain(text));
  }

  private static Utterance plain(String text) {
    return new Utterance(text, Language.EN, List.of());
  }

  private static byte[] written(LinearModel model) throws IOException {
    var bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static LinearModel read(byte[] bytes) throws IOException {
    return LinearModel.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void a_model_that_was_written_and_read_scores_the_same() throws IOException {
    var model = model("refund", "hello");
    var bytes = written(model);
    var again = read(bytes);
    assertThat(again.intents()).containsExactly("refund", "hello");
    assertThat(again.features()).isEqualTo(model.features());
    assertThat(again.scores(bag("a refund"))).isEqualTo(model.scores(bag("a refund")));
    assertThat(written(again)).isEqualTo(bytes);
  }

  @Test
  void the_more_is_known_of_a_text_the_higher_it_scores() {
    var model = model("refund", "hello");
    assertThat(model.scores(bag("refund please"))[0])
        .isGreaterThan(model.scores(bag("a refund"))[0]);
    assertThat(model.scores(bag("a refund"))[0]).isPositive();
  }

  @Test
  void words_that_were_never_seen_speak_for_nothing() {
    assertThat(model("refund", "hello").scores(bag("zzz"))).containsExactly(0, 0);
    assertThat(model("refund", "hello").scores(bag(""))).containsExactly(0, 0);
  }

  @Test
  void a_cut_off_model_is_an_early_end() throws IOException {
    var bytes = written(model("refund", "hello"));
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void another_layout_and_counts_that_cannot_be_are_refused() throws IOException {
    assertRefused(new byte[64], "linear model is not in the layout that this version reads");
    var bytes = ByteBuffer.wrap(written(model("a", "b")));
    assertRefused(
        bytes.putInt(4, 2_139_062_143).array(), "linear model has 2139062143 intents; 1 to 2000");
    var features = 4 + 4 + 2 * 3;
    assertRefused(
        bytes.putInt(4, 2).putInt(features, -1).array(),
        "linear model has -1 features; 1 to 4000000");
  }

  @Test
  void more_weights_than_memory_holds_are_refused_before_they_are_read() throws IOException {
    var intents = new String[2_000];
    Arrays.setAll(intents, i -> "i" + i);
    var bytes = ByteBuffer.wrap(written(model(intents)));
    var features = 8 + Arrays.stream(intents).mapToInt(name -> 2 + name.length()).sum();
    assertRefused(
        bytes.putInt(features, 4_000_000).array(), "linear model has too many weights: 8000000000");
  }

  @Test
  void weights_of_another_number_than_features_and_intents_are_refused() {
    assertThatThrownBy(
            () ->
                new LinearModel(
                    List.of("a"),
                    new int[2],
                    new float[2],
                    new float[2],
                    new byte[3],
                    new float[1],
                    1))
        .isInstanceOf(Invalid.class)
        .hasMessage("linear model has another number of weights than features and intents");
  }

  @Test
  void probabilities_add_up_and_leave_room_for_what_is_out_of_scope() {
    var voter = new LinearVoter(model("refund", "hello"), new Calibration(5, 5, 9));
    var vote = voter.vote(plain("refund please"));
    assertThat(voter.intents()).containsExactly("refund", "hello", IntentScore.OUT_OF_SCOPE);
    double sum = vote.intents().stream().mapToDouble(vote::probability).sum();
    assertThat(sum).isEqualTo(1, within(1e-9));
    assertThat(vote.ranked(1).getFirst().intent()).isEqualTo("refund");
    assertThat(vote.probability(IntentScore.OUT_OF_SCOPE)).isGreaterThan(vote.probability("hello"));
    assertThat(voter.vote(plain("zzz")).ranked(1).getFirst().intent())
        .isEqualTo(IntentScore.OUT_OF_SCOPE);
  }

  @Test
  void evidence_counts_the_less_the_more_of_it_there_is() {
    var calibration = new Calibration(2, 5, 0);
    double first = calibration.logit(0) - calibration.logit(-1);
    double second = calibration.logit(1) - calibration.logit(0);
    assertThat(first).isGreaterThan(second);
    assertThat(second).isGreaterThan(1);
    assertThat(calibration.logit(-100) - calibration.logit(-101)).isEqualTo(10, within(1e-9));
  }

  @Test
  void impossible_calibrations_are_refused() {
    for (var wrong : new double[][] {{0, 1, 0}, {1, 0, 0}, {1, 1, Double.NaN}}) {
      assertThatThrownBy(() -> new Calibration(wrong[0], wrong[1], wrong[2]))
          .isInstanceOf(Invalid.class)
          .hasMessageStartingWith("calibration needs sharpness and steepness above 0 and a finite");
    }
  }

  @Test
  void what_was_learnt_of_one_order_number_holds_for_all() {
    var one = new Utterance("LL20481234 late", Language.EN, List.of(order("LL20481234")));
    var other = new Utterance("ll 77120456 LATE", Language.EN, List.of(order("ll 77120456")));
    var voter = new LinearVoter(model("a", "b"), PLAIN);
    assertThat(Masks.apply(one)).isEqualTo("⟨order_number⟩ late").isEqualTo(Masks.apply(other));
    assertThat(voter.vote(one).probability("a")).isEqualTo(voter.vote(other).probability("a"));
  }

  private static Entity order(String words) {
    return new Entity(EntityType.ORDER_NUMBER, "LL00000000", 0, words.length());
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(Invalid.class).hasMessage(message);
  }
}
