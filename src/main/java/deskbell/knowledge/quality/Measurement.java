package deskbell.knowledge.quality;

import deskbell.knowledge.Passage;
import deskbell.knowledge.Retrieval;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a retrieval made of judged questions.
 *
 * @param microseconds of one processor's time that a search takes on average
 */
public record Measurement(List<Outcome> outcomes, double microseconds) {
  /** Articles a question, as the bot asks for. */
  private static final int TOP = 5;

  /** Time is measured over at least so many searches, after as many to warm up. */
  private static final int TIMED = 4_000;

  public Measurement {
    outcomes = List.copyOf(outcomes);
  }

  /** Asks every question. */
  public static Measurement of(Retrieval retrieval, Collection<JudgedQuestion> questions) {
    var outcomes = new ArrayList<Outcome>();
    for (var question : questions) {
      var found = retrieval.search(question.text(), question.language(), TOP);
      var confidence = found.isEmpty() ? 0 : found.getFirst().confidence();
      outcomes.add(new Outcome(question, rank(question, found), confidence));
    }
    var rounds = Math.ceilDiv(TIMED, Math.max(1, questions.size()));
    ask(retrieval, questions, rounds);
    var start = processorTime();
    ask(retrieval, questions, rounds);
    var searches = rounds * (double) questions.size();
    return new Measurement(outcomes, (processorTime() - start) / searches / 1_000);
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int rank(JudgedQuestion question, List<Passage> found) {
    for (var i = 0; i < found.size(); i++) {
      if (question.articles().contains(found.get(i).id())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static void ask(Retrieval retrieval, Collection<JudgedQuestion> questions, int rounds) {
    for (var round = 0; round < rounds; round++) {
      for (var question : questions) {
        if (retrieval.search(question.text(), question.language(), TOP).size() > TOP) {
          throw new IllegalStateException("more than " + TOP + " articles for " + question);
        }
      }
    }
  }
}
