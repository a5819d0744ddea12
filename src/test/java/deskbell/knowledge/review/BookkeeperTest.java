package deskbell.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookkeeperTest {
  @ParameterizedTest
  @CsvSource({"PT0S, PT30S", "PT0.2S, PT30S", "PT0.6S, PT30S", "PT2S, PT100S", "PT5S, PT250S"})
  void the_longer_counting_took_the_longer_it_rests(Duration took, Duration rest) {
    assertThat(Bookkeeper.rest(took)).isEqualTo(rest);
  }
}
