package deskbell.answering;

import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.Heard;
import deskbell.knowledge.Passage;
import java.util.List;

/** A turn with all that was thought about it, and the answer that is being written. */
record Hearing(Turn turn, Heard heard, List<Passage> passages, Draft draft) {
  Hearing {
    passages = List.copyOf(passages);
  }

  Hearing(Turn turn, Heard heard, List<Passage> passages) {
    this(turn, heard, passages, new Draft(turn.memory()));
  }

  Understood understood() {
    return heard.understood();
  }

  Language language() {
    return heard.language();
  }

  /** True where the shop has vouched for the shopper. */
  boolean vouched() {
    return heard.identity().isPresent();
  }

  boolean flowOpen() {
    return !draft.dialog().flows().isEmpty();
  }
}
