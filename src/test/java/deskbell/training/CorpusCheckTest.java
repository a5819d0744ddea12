package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import deskbell.conversation.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorpusCheckTest {
  private static final Path SHIPPED = Path.of("src/main/corpus");

  private final CorpusCheck check = new CorpusCheck();
  private final Skeletons skeletons = new Skeletons();

  @Test
  void a_skeleton_hides_values_case_and_punctuation() {
    assertThat(skeletons.of(english("Where's LL20481234?!"))).isEqualTo("wheres {ordernumber}");
    var marked =
        new Example(
            "the Pulse watch in blue",
            Language.EN,
            "stock",
            Map.of("product", List.of("Pulse watch"), "color", List.of("blue")));
    assertThat(skeletons.of(marked)).isEqualTo("the {product} in {color}");
    assertThat(skeletons.of(chinese("订单LL20481234到哪了？"))).isEqualTo("订单{ordernumber}到哪了");
    assertThat(skeletons.of(english("👍"))).isEqualTo("👍");
  }

  @Test
  void likeness_is_the_share_of_common_grams() {
    var index = new LikenessIndex(List.of(english("abcd"), english("where is my parcel")));
    assertThat(index.nearest(english("abce")).orElseThrow().likeness()).isEqualTo(2 / 6.0);
    assertThat(index.twin(english("where is my parcel?"))).contains(english("where is my parcel"));
    assertThat(index.twin(english("where is my coat"))).isEmpty();
    assertThat(index.nearest(english("xyz"))).isEmpty();
  }

  @Test
  void a_skeleton_that_fills_a_set_is_named() {
    var training = new ArrayList<>(different(150));
    training.add(english("cancel LL20481234"));
    training.add(english("Cancel LL20481235!"));
    assertThat(check.problems(new CorpusSplit(training, List.of(), 0, 0), List.of()))
        .containsExactly(
            "en training: \"cancel {ordernumber}\" stands in 2 of 152 examples; at most 1 %");
  }

  @Test
  void what_is_measured_on_may_not_be_learnt_in_other_words() {
    var split =
        new CorpusSplit(
            List.of(english("please cancel LL20481234")), List.of(chinese("怎么退货")), 0, 0);
    assertThat(
            check.problems(split, List.of(english("Please cancel LL20489999!"), chinese("怎么退货？"))))
        .containsExactly(
            "zh validation: \"怎么退货\" (talk) is measured on as \"怎么退货？\" (talk); leave it out",
            "en training: \"please cancel LL20481234\" (talk) is measured on as"
                + " \"Please cancel LL20489999!\" (talk); leave it out");
  }

  @Test
  void near_copies_of_what_is_measured_on_are_not_trained_on() {
    var split =
        CorpusSplit.of(
            List.of(english("I can't find the return button"), english("hello")),
            List.of(),
            List.of(english("cant find the return button")));
    assertThat(split.training()).containsExactly(english("hello"));
    assertThat(split.leaked()).isEqualTo(1);
  }

  @Test
  void the_balance_begins_with_the_rarest() {
    var split =
        new CorpusSplit(
            List.of(
                new Example("a", Language.EN, "greet"),
                new Example("b", Language.EN, "stock"),
                new Example("c", Language.EN, "greet")),
            List.of(),
            0,
            0);
    assertThat(CorpusCheck.balance(split)).containsExactly("en stock 1", "en greet 2");
  }

  @Test
  void accuracy_is_told_by_the_distance_to_training() {
    var training = List.of(english("where is my parcel"), english("cancel my order"));
    var near = english("where is my parcel now");
    var far = english("zzz");
    var distances = Distances.of(training, List.of(near, far), near::equals);
    assertThat(distances.bands())
        .extracting(Distances.Band::examples, Distances.Band::accuracy)
        .containsExactly(tuple(1, 0.0), tuple(0, 0.0), tuple(0, 0.0), tuple(1, 1.0));
    assertThat(distances.bands().getFirst().line())
        .isEqualTo("nearest training phrase 0.0 to 0.3 alike: 1 examples, accuracy 0.000");
  }

  @Test
  void the_shipped_corpus_is_sound() {
    var validation = shipped("validation.jsonl");
    var heldOut = shipped("held-out.jsonl");
    var others = new ArrayList<>(validation);
    others.addAll(heldOut);
    var training =
        Corpus.readWithout(others, List.of(SHIPPED.resolve("en"), SHIPPED.resolve("zh")));
    var split = new CorpusSplit(training, Corpus.read(validation), 0, 0);
    assertThat(check.problems(split, Corpus.read(heldOut))).isEmpty();
    assertThat(CorpusCheck.balance(split)).hasSizeGreaterThan(90);
  }

  private static List<Path> shipped(String name) {
    return List.of(SHIPPED.resolve("en").resolve(name), SHIPPED.resolve("zh").resolve(name));
  }

  private static List<Example> different(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> english(("" + (char) ('a' + i % 26)).repeat(3 + i / 26)))
        .toList();
  }

  private static Example english(String text) {
    return new Example(text, Language.EN, "talk");
  }

  private static Example chinese(String text) {
    return new Example(text, Language.ZH, "talk");
  }
}
