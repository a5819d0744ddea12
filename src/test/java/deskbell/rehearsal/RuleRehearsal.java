package deskbell.rehearsal;

import deskbell.answering.AnsweringSettings;
import deskbell.answering.Skills;
import deskbell.answering.Thinking;
import deskbell.answering.Worker;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.dialog.RuleInterpreter;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.store.MemoryCodec;
import deskbell.understanding.Interpreter;
import java.util.List;
import java.util.Optional;

/** Rehearsals by a few rules, without model and articles. */
public final class RuleRehearsal {
  private RuleRehearsal() {}

  /** A rehearsal of these flows. */
  public static Rehearsal of(Flows flows) {
    return of(flows, new RuleInterpreter()::understand);
  }

  /** A rehearsal of these flows with this understanding. */
  public static Rehearsal of(Flows flows, Interpreter interpreter) {
    return new Rehearsal(
        new FlowDialogue(flows),
        new Thinking(Skills.NONE, interpreter, new OneArticle(), Worker.HERE),
        AnsweringSettings.DEFAULTS,
        new StageClock(),
        memory -> MemoryCodec.parse(MemoryCodec.write(memory)));
  }

  /** Finds an article about the cost of delivery for whoever asks about it. */
  private record OneArticle() implements Retrieval {
    private static final Passage COST =
        new Passage(
            "delivery-cost",
            "How much is delivery?",
            "Delivery is £3.95.",
            Optional.of("delivery_cost"),
            1,
            0.9,
            List.of());

    @Override
    public List<Passage> search(Question question, int top) {
      return question.intents().stream()
              .map(IntentScore::intent)
              .anyMatch(COST.intent().orElseThrow()::equals)
          ? List.of(COST)
          : List.of();
    }

    @Override
    public Optional<Passage> article(String id, Language language) {
      return Optional.of(COST).filter(passage -> passage.id().equals(id));
    }
  }
}
