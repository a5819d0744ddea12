package deskbell.answering;

import deskbell.conversation.Card;
import deskbell.conversation.Choice;
import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import deskbell.dialog.DialogState;
import deskbell.dialog.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer while it is being written; confined to its turn. */
final class Draft {
  /** Clarifying questions that are remembered. */
  private static final int MOST_ASKED = 20;

  private final List<Reply> replies = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private final List<Transition> moves = new ArrayList<>();
  private DialogState dialog;
  private int misses;
  private List<Choice> offered = List.of();
  private Optional<Handover> handover = Optional.empty();
  private final List<String> asked;
  private int upset;
  private List<Card> cards = List.of();
  private int calls;

  /** Continues from what is remembered; a miss is counted only where one is noted. */
  Draft(Memory memory) {
    this.dialog = memory.dialog();
    this.asked = new ArrayList<>(memory.asked());
    this.upset = memory.upset();
  }

  /** Says something, with the cards that wait for it. */
  Draft say(Reply reply) {
    replies.add(cards.isEmpty() ? reply : reply.showing(cards));
    cards = List.of();
    return this;
  }

  /** Cards for what is said next. */
  Draft show(List<Card> found) {
    cards = found;
    return this;
  }

  Draft because(String line) {
    trace.add(line);
    return this;
  }

  /** Notes that what follows tells the result of this step's call. */
  Draft told(String step) {
    told.add(step);
    return this;
  }

  /** Notes a way through flows. */
  Draft moved(List<Transition> way) {
    moves.addAll(way);
    return this;
  }

  /** Leaves every flow by this way out; what the conversation is then without them. */
  Draft leaves(String way, DialogState without) {
    return moved(Transition.out(dialog, way)).dialog(without);
  }

  Draft dialog(DialogState state) {
    this.dialog = state;
    return this;
  }

  Draft misses(int count) {
    this.misses = count;
    return this;
  }

  /** Offers readings by a question of this key, which is not asked again. */
  Draft offered(List<Choice> readings, String question) {
    offered(readings);
    asked.add(question);
    if (asked.size() > MOST_ASKED) {
      asked.removeFirst();
    }
    return this;
  }

  /** Offers what may be taken up, without a question: it may be offered again. */
  Draft offered(List<Choice> readings) {
    this.offered = readings;
    return this;
  }

  /** Notes that the shopper was rude or complained. */
  Draft upset() {
    upset++;
    return this;
  }

  Draft handOver(Handover to, DialogState without) {
    this.handover = Optional.of(to);
    return leaves(Transition.PERSON, without);
  }

  /** Counts a call of the shop and says how many there were. */
  int nextCall() {
    return ++calls;
  }

  /** Turns in which the shopper was rude or complained, this one included. */
  int upsetTurns() {
    return upset;
  }

  DialogState dialog() {
    return dialog;
  }

  boolean isEmpty() {
    return replies.isEmpty();
  }

  Answer finished() {
    return new Answer(
        replies, new Memory(dialog, misses, offered, asked, upset), handover, trace, told, moves);
  }
}
