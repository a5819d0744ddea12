package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.entity.EntityFinder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusedInterpreterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
  private static final EntityFinder ENTITIES = new EntityFinder(Catalogue.EMPTY);

  /** Says always the same, and remembers what it was asked. */
  private static final class Stubborn implements IntentVoter {
    private final List<Utterance> asked = new ArrayList<>();
    private final List<String> intents;
    private final double[] probabilities;

    Stubborn(List<String> intents, double... probabilities) {
      this.intents = intents;
      this.probabilities = probabilities;
    }

    @Override
    public String name() {
      return "stubborn";
    }

    @Override
    public List<String> intents() {
      return intents;
    }

    @Override
    public Distribution vote(Utterance utterance) {
      asked.add(utterance);
      return new Distribution(intents, probabilities);
    }
  }

  private final Stubborn english = new Stubborn(List.of("a", "b"), 0.4, 0.6);
  private final Stubborn chinese = new Stubborn(List.of("b", "c"), 0.1, 0.9);
  private final FusedInterpreter both =
      new FusedInterpreter(
          Alone.of(Map.of(Language.EN, english, Language.ZH, chinese)), ENTITIES, CLOCK);

  @Test
  void each_language_is_heard_by_its_own_voter() {
    var english = both.understand("where is it", Optional.empty());
    assertThat(english.intents()).extracting(IntentScore::intent).containsExactly("b", "a");
    assertThat(english.best().confidence()).isEqualTo(0.6, within(1e-9));
    var chinese = both.understand("到哪了", Optional.empty());
    assertThat(chinese.best().intent()).isEqualTo("c");
    assertThat(chinese.best().confidence()).isEqualTo(0.9, within(1e-9));
    assertThat(both.intents()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void a_language_without_a_voter_is_heard_by_the_other() {
    var alone = new FusedInterpreter(Alone.of(Map.of(Language.EN, english)), ENTITIES, CLOCK);
    var understood = alone.understand("到哪了", Optional.empty());
    assertThat(understood.best().intent()).isEqualTo("b");
    assertThat(understood.language()).isEqualTo(Language.ZH);
  }

  @Test
  void whoever_names_an_order_is_not_out_of_scope() {
    var doubtful = new Stubborn(List.of("track", IntentScore.OUT_OF_SCOPE), 0.4, 0.6);
    var heard = new FusedInterpreter(Alone.of(Map.of(Language.EN, doubtful)), ENTITIES, CLOCK);
    var plain = heard.understand("can you track that", Optional.of(Language.EN));
    assertThat(plain.best().intent()).isEqualTo(IntentScore.OUT_OF_SCOPE);
    var named = heard.understand("can you track LL20481234", Optional.of(Language.EN));
    assertThat(named.best()).isEqualTo(new IntentScore("track", 1));
  }

  @Test
  void a_voter_is_told_what_was_found_in_the_text() {
    var understood = both.understand("LL20481234 by 24 November", Optional.of(Language.EN));
    assertThat(understood.entities())
        .extracting(Entity::type, Entity::value)
        .containsExactly(
            tuple(EntityType.ORDER_NUMBER, "LL20481234"), tuple(EntityType.DATE, "2026-11-24"));
    assertThat(english.asked)
        .containsExactly(
            new Utterance("LL20481234 by 24 November", Language.EN, understood.entities()));
  }

  @Test
  void five_intents_are_named_at_most() {
    var all = List.of("a", "b", "c", "d", "e", "f");
    var broad = new Stubborn(all, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5);
    var understood =
        new FusedInterpreter(Alone.of(Map.of(Language.EN, broad)), ENTITIES, CLOCK)
            .understand("hm", Optional.empty());
    assertThat(understood.intents()).hasSize(5);
    assertThat(understood.best().intent()).isEqualTo("f");
  }

  @Test
  void a_model_of_no_language_is_refused() {
    assertThatThrownBy(() -> new FusedInterpreter(Alone.of(Map.of()), ENTITIES, CLOCK))
        .isInstanceOf(Invalid.class)
        .hasMessage("model speaks no language");
  }

  @Test
  void tomorrow_follows_the_clock() {
    assertThat(both.understand("tomorrow", Optional.empty()).entities())
        .extracting(Entity::value)
        .containsExactly("2026-11-23");
    assertThat(both.understand("明天", Optional.empty()).entities())
        .extracting(Entity::value)
        .containsExactly("2026-11-23");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T23:59:59Z, UTC, 2026-11-23",
    "2026-11-23T00:00:00Z, UTC, 2026-11-24",
    "2026-11-22T15:59:59Z, Asia/Shanghai, 2026-11-23",
    "2026-11-22T16:00:00Z, Asia/Shanghai, 2026-11-24",
    "2026-11-23T07:59:59Z, America/Los_Angeles, 2026-11-23",
    "2026-11-23T08:00:00Z, America/Los_Angeles, 2026-11-24",
    "2026-07-01T22:59:59Z, Europe/London, 2026-07-02",
    "2026-07-01T23:00:00Z, Europe/London, 2026-07-03"
  })
  void tomorrow_begins_at_midnight_of_the_clocks_zone(Instant at, String zone, String tomorrow) {
    var clock = Clock.fixed(at, ZoneId.of(zone));
    var there =
        new FusedInterpreter(
            Alone.of(Map.of(Language.EN, english, Language.ZH, chinese)), ENTITIES, clock);
    for (var word : List.of("tomorrow", "明天")) {
      assertThat(there.understand(word, Optional.empty()).entities())
          .extracting(Entity::value)
          .containsExactly(tomorrow);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "where is my parcel, ZH, EN",
    "我的包裹到哪了, EN, ZH",
    "我想买 Harbour merino jumper, EN, ZH",
    "do you ship to 杭州?, ZH, EN",
    "ok, ZH, ZH",
    "OK, EN, EN",
    "LL20481234, ZH, ZH",
    "a@b.example, ZH, ZH",
    "👍, ZH, ZH",
  })
  void the_script_shows_the_language_and_the_conversation_decides_the_rest(
      String text, Language expected, Language language) {
    assertThat(both.understand(text, Optional.of(expected)).language()).isEqualTo(language);
  }

  @Test
  void without_a_conversation_what_shows_no_language_is_english() {
    assertThat(both.understand("123", Optional.empty()).language()).isEqualTo(Language.EN);
  }
}
