package deskbell.rehearsal;

import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Place;
import java.util.List;
import java.util.Optional;

/**
 * How a written conversation went.
 *
 * @param exchanges the turns, up to the failure
 * @param transcript what was said and done, up to the failure
 * @param failure what did not go as written; empty where all did
 */
public record Verdict(
    Conversation conversation,
    List<Exchange> exchanges,
    List<String> transcript,
    Optional<Failure> failure) {
  public Verdict {
    exchanges = List.copyOf(exchanges);
    transcript = List.copyOf(transcript);
  }

  /** The line that failed and why. */
  public record Failure(Place place, String reason) {}

  /** True where all went as written. */
  public boolean passed() {
    return failure.isEmpty();
  }

  /** The failure with its place, and below it the transcript. */
  public String report() {
    return failure
        .map(
            wrong ->
                wrong.place()
                    + ": "
                    + conversation.flow()
                    + " ("
                    + conversation.language().code()
                    + ") "
                    + conversation.name()
                    + ": "
                    + wrong.reason()
                    + "\n    "
                    + String.join("\n    ", transcript))
        .orElse("");
  }
}
