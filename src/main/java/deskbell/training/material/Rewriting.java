package deskbell.training.material;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.FollowUp;
import deskbell.understanding.Revision;
import java.util.List;
import java.util.Optional;

/**
 * A follow-up, and the same said so that it stands alone.
 *
 * @param history what the shopper said before, oldest first
 * @param text what the shopper says now
 * @param alone what it means without the history; the text itself where nothing is to be added
 * @param place where something is to be changed; empty where that is to be found out
 */
public record Rewriting(
    Language language, List<String> history, String text, String alone, Optional<Place> place) {
  /**
   * Where something is to be changed.
   *
   * @param turn 0 for what is said now, 1 for the turn before it
   * @param names of what is exchanged, or put in: none of them is cut in two
   */
  public record Place(int turn, List<String> names) {
    public Place {
      names = List.copyOf(names);
    }
  }

  public Rewriting {
    history = List.copyOf(history);
    if (text.isBlank() || alone.isBlank()) {
      throw new Invalid("text", "is blank");
    }
  }

  /** One in which it is to be found out what changes, if anything. */
  public static Rewriting of(Language language, List<String> history, String text, String alone) {
    return new Rewriting(language, history, text, alone, Optional.empty());
  }

  /** The same with something changed in one place. */
  Rewriting changedIn(int turn, String... names) {
    var place = Optional.of(new Place(turn, List.of(names)));
    return new Rewriting(language, history, text, alone, place);
  }

  /** The follow-up as the model reads it. */
  public FollowUp followUp() {
    return new FollowUp(text, history);
  }

  /** What is to be changed; empty where the text alone holds a value that nobody said. */
  public Optional<Revision> revision() {
    var followUp = followUp();
    return place
        .map(one -> followUp.revision(alone, one.turn(), one.names()))
        .orElseGet(() -> followUp.revision(alone));
  }
}
