package deskbell.bench;

import deskbell.answering.Answering;
import deskbell.answering.AnsweringSettings;
import deskbell.answering.FlowPlayer;
import deskbell.answering.Memory;
import deskbell.answering.Thinking;
import deskbell.bench.AnswersBench.Utterance;
import deskbell.conversation.CallResult;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.dialog.Thresholds;
import deskbell.handoff.Hours;
import deskbell.knowledge.Article;
import deskbell.rehearsal.Rehearsal;
import deskbell.rehearsal.StageClock;
import deskbell.rehearsal.Verdict;
import deskbell.understanding.Interpreter;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Tries other thresholds of the dialogue and of the comparison, one at a time: how many of the
 * written conversations still go as written, and what becomes of utterances that nobody has learnt
 * from, said at an open question or first. One thread.
 */
public final class ThresholdSweep {
  private static final CallResult CLOSED = new CallResult("unavailable", Map.of());
  private static final List<Double> SHARES = List.of(0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
  private static final List<Double> MARGINS = List.of(0.0, 0.05, 0.1, 0.2, 0.3);
  private static final List<Double> LOW_SHARES = List.of(0.1, 0.2, 0.25, 0.3, 0.4);

  private final Flows flows;
  private final Collection<Article> articles;
  private final Thinking thinking;
  private final StageClock clock;
  private final UnaryOperator<Memory> stored;
  private final OpenQuestions questions;

  /**
   * Tries thresholds on these flows.
   *
   * @param thinking that remembers, on the caller's thread, by this clock
   * @param interpreter the same that it understands with
   * @param stored writes a memory as the store does, and reads it back
   */
  public ThresholdSweep(
      Flows flows,
      Collection<Article> articles,
      Thinking thinking,
      Interpreter interpreter,
      StageClock clock,
      UnaryOperator<Memory> stored) {
    this.flows = flows;
    this.articles = List.copyOf(articles);
    this.thinking = thinking;
    this.clock = clock;
    this.stored = stored;
    this.questions = new OpenQuestions(interpreter, clock);
  }

  /** Prints a line for each value of each threshold. */
  public void run(List<Utterance> utterances, Consumer<String> out) throws TimeoutException {
    var used = Thresholds.DEFAULTS;
    var settings = AnsweringSettings.DEFAULTS;
    for (var value : atMost(used.interruptsAnAnswer())) {
      flow("interrupts", value, used.interrupts(), used.interrupting(value), utterances, out);
    }
    for (var value : atLeast(used.interrupts())) {
      flow(
          "interrupts an answer",
          value,
          used.interruptsAnAnswer(),
          used.interruptingAnAnswer(value),
          utterances,
          out);
    }
    for (var value : SHARES) {
      flow("answers", value, used.answers(), used.answering(value), utterances, out);
    }
    for (var value : atLeast(settings.plausible())) {
      first(
          "certain",
          value,
          settings.certain(),
          settings.withThresholds(value, settings.plausible()),
          utterances,
          out);
    }
    for (var value : LOW_SHARES) {
      first(
          "plausible",
          value,
          settings.plausible(),
          settings.withThresholds(settings.certain(), value),
          utterances,
          out);
    }
    for (var value : MARGINS) {
      first(
          "margin",
          value,
          settings.margin(),
          settings.withThresholds(settings.certain(), settings.plausible(), value),
          utterances,
          out);
    }
  }

  private void flow(
      String name,
      double value,
      double used,
      Thresholds thresholds,
      List<Utterance> utterances,
      Consumer<String> out) {
    var dialogue = new FlowDialogue(flows, thresholds);
    var written = written(dialogue, AnsweringSettings.DEFAULTS);
    out.accept(line(name, value, used, written, questions.at(dialogue, utterances)));
  }

  private static List<Double> atMost(double limit) {
    return SHARES.stream().filter(value -> value <= limit).toList();
  }

  private static List<Double> atLeast(double limit) {
    return SHARES.stream().filter(value -> value >= limit).toList();
  }

  private void first(
      String name,
      double value,
      double used,
      AnsweringSettings settings,
      List<Utterance> utterances,
      Consumer<String> out)
      throws TimeoutException {
    var dialogue = new FlowDialogue(flows);
    var player =
        new FlowPlayer(
            dialogue,
            (_, _, _, _) -> Future.succeededFuture(CLOSED),
            () -> Hours.ALWAYS,
            clock,
            settings.callsPerTurn());
    var answering = new Answering(thinking, dialogue, player, settings, clock);
    var met = new AnswersBench(answering, dialogue, articles).together(utterances);
    out.accept(line(name, value, used, written(dialogue, settings), met));
  }

  private String written(FlowDialogue dialogue, AnsweringSettings settings) {
    var rehearsal = new Rehearsal(dialogue, thinking, settings, clock, stored);
    var verdicts = rehearsal.runAll(flows);
    return verdicts.stream().filter(Verdict::passed).count() + " of " + verdicts.size();
  }

  private static String line(String name, double value, double used, String written, String met) {
    return String.format(
        Locale.ROOT,
        "%s %.2f%s: %s as written; %s",
        name,
        value,
        value == used ? " (in use)" : "",
        written,
        met);
  }
}
