package deskbell.understanding;

import deskbell.neural.Part;
import deskbell.neural.Pieces;
import java.util.List;
import java.util.Optional;

/**
 * How a follow-up comes to stand alone: by what is to be changed instead of the whole text, since
 * nearly all of it was said before. Immutable.
 */
public sealed interface Revision {
  /** As it was said. */
  record Same() implements Revision {}

  /** The question before it and what is said now, as one. */
  record Joined() implements Revision {}

  /**
   * A turn with a part exchanged.
   *
   * @param turn 0 for what is said now, 1 for the turn before it
   * @param part words that stand in it once; empty for its beginning
   * @param by what stands there instead
   */
  record Exchange(int turn, String part, String by) implements Revision {}

  /** What the model writes for it. */
  default List<Part> parts() {
    return switch (this) {
      case Same() -> List.of();
      case Joined() -> List.of(new Part(Pieces.JOINED, ""));
      case Exchange(var turn, var part, var by) ->
          List.of(new Part(Pieces.TURNS.get(turn), part), new Part(Pieces.BY, by));
    };
  }

  /** What the model meant by parts; empty where they mean nothing. */
  static Optional<Revision> of(List<Part> parts) {
    if (parts.isEmpty()) {
      return Optional.of(new Same());
    }
    var first = parts.getFirst();
    if (first.mark().equals(Pieces.JOINED)) {
      return Optional.of(new Joined());
    }
    int turn = Pieces.TURNS.indexOf(first.mark());
    return turn >= 0 && parts.size() == 2 && parts.getLast().mark().equals(Pieces.BY)
        ? Optional.of(new Exchange(turn, first.text(), parts.getLast().text()))
        : Optional.empty();
  }
}
