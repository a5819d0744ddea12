package deskbell.bench;

import deskbell.answering.Thinking;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.rehearsal.StageClock;
import deskbell.rehearsal.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what deciding costs, with understanding and search remembered: the written conversations
 * again and again, with the flows as they are and with many more beside them, by turns in one run.
 * Counts the thread's own processor time, so that other work on the machine matters little.
 */
public final class DialogBench {
  /** Flows that are generated beside the shipped ones. */
  public static final int MORE = 1_000;

  private static final int WARM_UP = 15;
  private static final int ROUNDS = 21;
  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Verdict> conversations;
  private final Replay shipped;
  private final Replay many;

  /**
   * Measures these conversations; reads the folder of flows and writes it out with more.
   *
   * @param thinking that does nothing but remember
   */
  public DialogBench(List<Verdict> conversations, Path folder, Thinking thinking, StageClock clock)
      throws IOException {
    this.conversations = conversations;
    this.shipped = new Replay(new FlowDialogue(Flows.load(folder)), thinking, clock);
    this.many = new Replay(new FlowDialogue(GeneratedFlows.beside(folder, MORE)), thinking, clock);
  }

  /** The figures, a line each. */
  public List<String> run() {
    for (int round = 0; round < WARM_UP; round++) {
      rate(shipped);
      rate(many);
    }
    var alone = new ArrayList<Double>();
    var crowded = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      alone.add(rate(shipped));
      crowded.add(rate(many));
    }
    return List.of(
        String.format(Locale.ROOT, "decisions/s a core, shipped flows: %.0f", median(alone)),
        String.format(
            Locale.ROOT,
            "decisions/s a core, %d generated flows beside them: %.0f",
            MORE,
            median(crowded)),
        String.format(
            Locale.ROOT,
            "cost of a decision, many flows to shipped flows: %.3f (1.2 at most)",
            median(alone) / median(crowded)));
  }

  /** Turns decided in a second of processor time. */
  private double rate(Replay replay) {
    var start = threads.getCurrentThreadCpuTime();
    int turns = replay.run(conversations);
    return turns * NANOS / (threads.getCurrentThreadCpuTime() - start);
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().toList().get(rates.size() / 2);
  }
}
