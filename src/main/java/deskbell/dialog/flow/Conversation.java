package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A written conversation: what a shopper says and what must follow. A test of its flow.
 *
 * @param signedIn the user whom the shop vouches for
 * @param today the day on which it takes place
 */
public record Conversation(
    String flow,
    String name,
    Language language,
    Optional<String> signedIn,
    LocalDate today,
    List<Line> lines,
    Place place) {
  /** The day of conversations that name none. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  public Conversation {
    lines = List.copyOf(lines);
  }

  /** One line. */
  public sealed interface Line {
    /** Where it stands. */
    Place place();
  }

  /** The shopper writes. */
  public record Shopper(String text, Place place) implements Line {}

  /** The shopper presses a button with this value. */
  public record Presses(String value, Place place) implements Line {}

  /** Nobody writes for so long. */
  public record Silence(Duration time, Place place) implements Line {}

  /** The bot's words hold each of these fragments. */
  public record Bot(List<String> fragments, Place place) implements Line {
    public Bot {
      fragments = List.copyOf(fragments);
    }
  }

  /**
   * The flow calls the shop, which answers.
   *
   * @param with the arguments that it must pass; not looked at where empty
   */
  public record Shop(
      String operation,
      Optional<Map<String, String>> with,
      String outcome,
      Map<String, String> facts,
      Place place)
      implements Line {}

  /** The message is not the flow's and is answered elsewhere, as this intent; the flow reminds. */
  public record Aside(String intent, Place place) implements Line {}

  /** The flow ends with this result. */
  public record Ends(String result, Place place) implements Line {}

  /** The flow hands over for this reason. */
  public record HandsOver(String reason, Place place) implements Line {}
}
