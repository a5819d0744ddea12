package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventedNamesTest {
  private static Stream<String> of(String first, String second) {
    var random = new Random(7);
    return Stream.generate(() -> InventedNames.of(first, second, random)).limit(50);
  }

  @Test
  void a_name_begins_like_one_and_ends_like_the_other() {
    assertThat(of("五道口店", "春熙路店"))
        .contains("五熙路店", "五道路店")
        .allMatch(name -> name.startsWith("五") && name.endsWith("店"));
    assertThat(of("oak step stool", "wool throw")).contains("oak throw", "oak step throw");
    assertThat(of("Moss rug", "Fern stand")).contains("Mosern stand", "Mn stand");
    assertThat(of("Leeds", "York")).contains("Leerk");
  }

  @Test
  void numbers_and_codes_stay_as_they_are() {
    assertThat(of("LL20481234", "DB771")).containsOnly("LL20481234");
  }
}
