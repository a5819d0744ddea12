package deskbell.rehearsal.crowd;

import deskbell.answering.Answer;
import deskbell.answering.Answering;
import deskbell.answering.AnsweringSettings;
import deskbell.answering.FlowPlayer;
import deskbell.answering.Memory;
import deskbell.answering.Thinking;
import deskbell.conversation.Reply;
import deskbell.dialog.Dialogue;
import deskbell.dialog.Flows;
import deskbell.dialog.flow.Conversation;
import deskbell.handoff.Hours;
import deskbell.knowledge.Article;
import deskbell.rehearsal.StageClock;
import deskbell.rehearsal.Talk;
import deskbell.rehearsal.Witness;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Random shoppers who talk with the bot, one after the other, each from a seed of its own: any
 * conversation can be had again alone. Belongs to one thread.
 */
public final class Crowd {
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private final Repertoire repertoire;
  private final StageClock clock;
  private final UnaryOperator<Memory> stored;
  private final RandomShop shop = new RandomShop();
  private final Witness witness;
  private final Answering answering;

  /**
   * A crowd in front of these flows.
   *
   * @param articles what shoppers ask about
   * @param thinking on the caller's thread, by this clock
   * @param stored writes a memory as the store does, and reads it back
   */
  public Crowd(
      Flows flows,
      Dialogue dialogue,
      Collection<Article> articles,
      Thinking thinking,
      StageClock clock,
      UnaryOperator<Memory> stored) {
    this.repertoire = new Repertoire(flows, articles);
    this.clock = clock;
    this.stored = stored;
    this.witness = new Witness(dialogue);
    var settings = AnsweringSettings.DEFAULTS;
    var player = new FlowPlayer(witness, shop, () -> Hours.ALWAYS, clock, settings.callsPerTurn());
    this.answering = new Answering(thinking, witness, player, settings, clock);
  }

  /**
   * One conversation as it went.
   *
   * @param longest turns in a row without an answer, an end or a person at most
   * @param ended flows that came to an end
   * @param person true where a person took over
   * @param memory what the bot remembered in the end
   * @param fault what must never happen; empty where it did not
   */
  public record Run(
      int turns,
      int longest,
      int ended,
      int calls,
      boolean person,
      Memory memory,
      List<String> transcript,
      Optional<String> fault) {
    public Run {
      transcript = List.copyOf(transcript);
    }
  }

  /** The conversation of this number out of those of a seed. */
  public Run run(long seed, int number) {
    var random = new Random(seed + number * STRIDE);
    clock.set(Conversation.TODAY);
    shop.seed(random.nextLong());
    var shopper = new RandomShopper(repertoire, random);
    var talk = new Talk(answering, stored, clock, shopper.language(), shopper.identity());
    var watch = new Watch(witness);
    var transcript = new ArrayList<String>();
    var fault = Optional.<String>empty();
    int calls = shop.calls();
    int ended = 0;
    int turns = 0;
    while (turns < shopper.patience() && !talk.withPerson() && fault.isEmpty()) {
      turns++;
      transcript.add("  (" + shopper.silence(clock) + ")");
      witness.turn();
      fault = turn(shopper, talk, watch, transcript);
      ended += witness.ended().size();
    }
    return new Run(
        turns,
        watch.longest(),
        ended,
        shop.calls() - calls,
        talk.withPerson(),
        talk.memory(),
        transcript,
        fault);
  }

  private static Optional<String> turn(
      RandomShopper shopper, Talk talk, Watch watch, List<String> transcript) {
    try {
      var answer = shopper.turn(talk);
      transcribe(shopper, answer, transcript);
      return watch.wrong(answer);
    } catch (RuntimeException failure) {
      transcript.add("> " + shopper.last());
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      return Optional.of(trace.toString());
    }
  }

  private static void transcribe(RandomShopper shopper, Answer answer, List<String> transcript) {
    transcript.add("> " + shopper.last());
    answer.trace().stream().map(line -> "  · " + line).forEach(transcript::add);
    answer.replies().stream().map(Reply::text).map(text -> "< " + text).forEach(transcript::add);
  }
}
