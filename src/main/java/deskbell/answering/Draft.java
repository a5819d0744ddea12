package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import deskbell.dialog.DialogState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer while it is being written; confined to its turn. */
final class Draft {
  private final List<Reply> replies = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private DialogState dialog;
  private int misses;
  private List<Choice> offered = List.of();
  private Optional<Handover> handover = Optional.empty();
  private int calls;

  /** Continues from what is remembered; a miss is counted only where one is noted. */
  Draft(Memory memory) {
    this.dialog = memory.dialog();
  }

  Draft say(Reply reply) {
    replies.add(reply);
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

  Draft dialog(DialogState state) {
    this.dialog = state;
    return this;
  }

  Draft misses(int count) {
    this.misses = count;
    return this;
  }

  Draft offered(List<Choice> readings) {
    this.offered = readings;
    return this;
  }

  Draft handOver(Handover to) {
    this.handover = Optional.of(to);
    this.dialog = dialog.in(List.of());
    return this;
  }

  /** Counts a call of the shop and says how many there were. */
  int nextCall() {
    return ++calls;
  }

  DialogState dialog() {
    return dialog;
  }

  boolean isEmpty() {
    return replies.isEmpty();
  }

  Answer finished() {
    return new Answer(replies, new Memory(dialog, misses, offered), handover, trace, told);
  }
}
