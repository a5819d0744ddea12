package deskbell.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.text.Synonyms;
import deskbell.knowledge.text.TextAnalysis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFilesTest {
  private final TextAnalysis analysis = TextAnalysis.of(Language.EN, Synonyms.NONE);

  @Test
  void the_names_of_features_and_signs_are_those_of_their_values() {
    assertThat(Features.NAMES).isEqualTo(components(Features.class));
    assertThat(Signs.NAMES).isEqualTo(components(Signs.class));
    assertThat(Signs.NOTHING.values()).containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1);
  }

  @Test
  void a_ranking_model_survives_its_file() {
    var shipped = RankingModel.shipped();
    assertThat(RankingModel.parse(shipped.write())).isEqualTo(shipped);
    assertThat(shipped.made()).containsKeys("command", "questions", "figures en", "figures zh");
  }

  @Test
  void a_ranking_model_without_a_weight_is_refused() {
    assertThatThrownBy(() -> new RankingModel(Map.of(), Map.of("bm25", 1.0), Map.of(), 0))
        .isInstanceOf(Invalid.class)
        .hasMessage("ranking has no weight for nearestConcepts");
    assertThatThrownBy(() -> RankingModel.parse("{"))
        .isInstanceOf(Invalid.class)
        .hasMessage("ranking model is not readable");
  }

  @Test
  void topics_survive_their_file() throws IOException {
    var topics =
        Topics.of(
            List.of("delivery", "refund"),
            Map.of("wparcel", new float[] {2, -2}, "wmoney", new float[] {-1, 3}));
    var out = new ByteArrayOutputStream();
    topics.write(out);
    var read = Topics.read(new ByteArrayInputStream(out.toByteArray()));
    var mix = read.of(analysis.terms("parcel"));
    assertThat(mix.share(0)).isEqualTo(topics.of(analysis.terms("parcel")).share(0));
    assertThat(mix.largest()).isZero();
    assertThat(read.of(analysis.terms("money")).largest()).isEqualTo(1);
  }

  @Test
  void topics_of_an_unknown_text_are_evenly_spread() {
    var topics = Topics.of(List.of("a", "b"), Map.of());
    assertThat(topics.of(analysis.terms("anything")).share(0)).isEqualTo(0.5f);
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
