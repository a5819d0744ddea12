package deskbell.knowledge.quality;

import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

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

  /**
   * Asks every question.
   *
   * @param understood what it is searched for as
   */
  public static Measurement of(
      Retrieval retrieval,
      Collection<JudgedQuestion> questions,
      Function<JudgedQuestion, Question> understood) {
    var outcomes = new ArrayList<Outcome>();
    var asked = questions.stream().map(understood).toList();
    var next = asked.iterator();
    for (var question : questions) {
      var found = retrieval.search(next.next(), TOP);
      var confidence = found.isEmpty() ? 0 : found.getFirst().confidence();
      outcomes.add(new Outcome(question, rank(question, found), confidence));
    }
    var rounds = Math.ceilDiv(TIMED, Math.max(1, asked.size()));
    ask(retrieval, asked, rounds);
    var start = processorTime();
    ask(retrieval, asked, rounds);
    var searches = rounds * (double) asked.size();
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

  private static void ask(Retrieval retrieval, Collection<Question> questions, int rounds) {
    for (var round = 0; round < rounds; round++) {
      for (var question : questions) {
        if (retrieval.search(question, TOP).size() > TOP) {
          throw new IllegalStateException("more than " + TOP + " articles for " + question);
        }
      }
    }
  }
}
