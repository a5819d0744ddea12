package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Understood;
import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Operation;
import deskbell.dialog.flow.Operations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shoppers without a plan and a shop that answers anything. Seeded: a failure can be repeated. */
class RandomShoppersTest {
  private static final ZonedDateTime NOW = Conversation.TODAY.atStartOfDay(ZoneOffset.UTC);
  private static final List<Duration> SILENCES =
      List.of(
          Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofDays(2));
  private static final int SHOPPERS = 500;
  private static final int TURNS = 15;
  private static final int CALLS_A_TURN = 6;
  private static final List<String> TEXTS =
      List.of(
          "LL20481234",
          "no, it's LL20481235",
          "anna@example.com",
          "anna@",
          "8812",
          "yes",
          "no",
          "cancel",
          "never mind",
          "the second one",
          "7",
          "?",
          "🙂🙂🙂",
          "too small",
          "the address is wrong",
          "12 Quay Street, Leeds LS1 7BD",
          "where is my parcel",
          "cancel my order",
          "I need an invoice",
          "how much is delivery?",
          "是的",
          "不对，是LL20481236",
          "算了",
          "发票",
          "退货，太小了",
          "<b>**x**",
          "why do you need that?",
          "no, the other order",
          "不对，是尾号 1236 的那个",
          "where is my last order",
          "cancel it",
          "none of these",
          "为什么要这个",
          "上一单");

  private final Flows flows = Flows.load(Path.of("dialog-flows"));
  private final Dialogue dialogue = new FlowDialogue(flows);
  private final RuleInterpreter interpreter = new RuleInterpreter();
  private final Map<String, Understood> understood = new HashMap<>();

  @Test
  void no_random_shopper_gets_an_exception_silence_or_an_unfilled_blank() {
    for (int seed = 0; seed < SHOPPERS; seed++) {
      converse(new Random(seed), seed);
    }
  }

  private void converse(Random random, int seed) {
    var language = pick(random, List.of(Language.EN, Language.ZH));
    var identity =
        random.nextInt(3) == 0 ? Optional.of(new Identity("anna")) : Optional.<Identity>empty();
    var state = DialogState.IDLE;
    var now = NOW;
    List<Choice> buttons = List.of();
    for (int turn = 0; turn < TURNS; turn++) {
      boolean press = !buttons.isEmpty() && random.nextInt(3) == 0;
      var pressed = press ? Optional.of(pick(random, buttons)) : Optional.<Choice>empty();
      var text = pressed.map(Choice::label).orElseGet(() -> pick(random, TEXTS));
      var understood = understood(text, language);
      var heard = new Heard(understood, pressed.map(Choice::value), identity, now);
      now = now.plus(pick(random, SILENCES));
      var said = new ArrayList<Reply>();
      state = played(next(state, heard, random), heard, random, said);
      assertThat(said).as("seed %s turn %s: %s", seed, turn, text).allSatisfy(this::whole);
      buttons = said.isEmpty() ? List.of() : said.getLast().choices();
    }
  }

  private Understood understood(String text, Language language) {
    return understood.computeIfAbsent(
        language.code() + text, _ -> interpreter.understand(text, Optional.of(language)));
  }

  private Outcome next(DialogState state, Heard heard, Random random) {
    if (state.flows().isEmpty()) {
      return dialogue.start(state, pick(random, flows.all()).id(), heard);
    }
    var outcome = dialogue.hear(state, heard);
    if (outcome.acts().stream().noneMatch(Act.NotForMe.class::isInstance)) {
      return outcome;
    }
    assertThat(outcome.state()).isEqualTo(state);
    return switch (random.nextInt(3)) {
      case 0 -> dialogue.missed(state, heard);
      case 1 -> dialogue.remind(state, heard);
      default -> dialogue.start(state, pick(random, flows.all()).id(), heard);
    };
  }

  private DialogState played(Outcome first, Heard heard, Random random, List<Reply> said) {
    var outcome = first;
    for (int calls = 0; ; calls++) {
      assertThat(outcome.acts()).isNotEmpty();
      outcome.acts().stream()
          .filter(Act.Say.class::isInstance)
          .forEach(act -> said.add(((Act.Say) act).reply()));
      if (!(outcome.acts().getLast() instanceof Act.CallShop call)) {
        boolean handedOver = outcome.acts().stream().anyMatch(Act.HandOver.class::isInstance);
        assertThat(!said.isEmpty() || handedOver).isTrue();
        return outcome.state();
      }
      assertThat(calls).isLessThan(CALLS_A_TURN);
      outcome = dialogue.resume(outcome.state(), answer(call, random), heard);
    }
  }

  /** An outcome of the operation, now and then one that it doesn't have, with some of its facts. */
  private static CallResult answer(Act.CallShop call, Random random) {
    var operation = Operations.of(call.operation()).orElseThrow();
    assertThat(call.arguments().keySet()).containsAll(operation.required());
    var outcomes = new ArrayList<>(operation.outcomes().keySet());
    outcomes.addAll(List.of("ok", "ok", "nonsense"));
    var outcome = pick(random, outcomes.stream().sorted().toList());
    return new CallResult(outcome, facts(operation, random));
  }

  private static Map<String, String> facts(Operation operation, Random random) {
    var facts = new HashMap<String, String>();
    for (var fact : operation.facts().stream().sorted().toList()) {
      if (random.nextInt(4) > 0) {
        facts.put(
            fact,
            Operations.values(fact)
                .map(values -> pick(random, values.stream().sorted().toList()))
                .orElse("2026-11-2" + random.nextInt(10)));
      }
    }
    return facts;
  }

  private void whole(Reply reply) {
    assertThat(reply.text()).isNotBlank().doesNotContain("[[", "]]", "{", "}", "null");
    assertThat(reply.choices()).extracting(Choice::value).doesNotHaveDuplicates();
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
