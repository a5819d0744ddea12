package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.understanding.KindAgreement.Weights;
import deskbell.understanding.Revision.Exchange;
import deskbell.understanding.Revision.Joined;
import deskbell.understanding.Revision.Same;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.ValueKinds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindAgreementTest {
  private static final Weights WEIGHTS = new Weights(2, 3);
  private static final KindAgreement AGREEMENT = new KindAgreement(kinds(), WEIGHTS);

  /** Letters of “york” are those of a place, letters of “rug” those of a product. */
  private static ValueKinds kinds() {
    var york = ValueKinds.features("york");
    var rug = ValueKinds.features("rug");
    var model =
        new LinearModel(
            List.of("place", "product"),
            hashes(york, rug),
            filled(york.size() + rug.size()),
            filled(york.size() + rug.size()),
            weights(york.size(), rug.size()),
            new float[2],
            1);
    return new ValueKinds(model, new Calibration(4, 5, 0));
  }

  private static int[] hashes(FeatureBag one, FeatureBag other) {
    var hashes = new int[one.size() + other.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = i < one.size() ? one.hash(i) : other.hash(i - one.size());
    }
    return hashes;
  }

  private static float[] filled(int size) {
    var values = new float[size];
    Arrays.fill(values, 1);
    return values;
  }

  private static byte[] weights(int ofPlaces, int ofProducts) {
    var weights = new byte[2 * (ofPlaces + ofProducts)];
    for (int i = 0; i < ofPlaces + ofProducts; i++) {
      weights[2 * i] = (byte) (i < ofPlaces ? 1 : -1);
      weights[2 * i + 1] = (byte) -weights[2 * i];
    }
    return weights;
  }

  @Test
  void a_value_in_the_place_of_one_of_its_kind_is_likelier_than_one_of_another() {
    assertThat(AGREEMENT.added(new Exchange(1, "york", " york")))
        .isGreaterThan(AGREEMENT.added(new Exchange(1, "rug", " york")) + 2);
  }

  @Test
  void nothing_in_a_value_s_place_is_as_unlikely_as_can_be() {
    double least = WEIGHTS.exchange() + WEIGHTS.kind() * Math.log(1e-3);

    assertThat(AGREEMENT.added(new Exchange(1, "york", " "))).isEqualTo(least);
    assertThat(AGREEMENT.added(new Exchange(1, "", "york"))).isEqualTo(least);
  }

  @Test
  void what_asks_for_no_other_value_is_left_to_the_model() {
    assertThat(AGREEMENT.added(new Same())).isZero();
    assertThat(AGREEMENT.added(new Joined())).isZero();
    assertThat(AGREEMENT.added(new Exchange(0, "it", "york"))).isZero();
  }

  @Test
  void weights_without_end_are_refused() {
    assertThatThrownBy(() -> new Weights(Double.NaN, 1)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new Weights(1, Double.POSITIVE_INFINITY)).isInstanceOf(Invalid.class);
  }
}
