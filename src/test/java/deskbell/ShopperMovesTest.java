package deskbell;

import deskbell.conversation.Language;
import deskbell.dialog.Flows;
import deskbell.dialog.Move;
import deskbell.dialog.flow.Conversation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Everything that a shopper may do in the middle of a flow is shown by written conversations, as
 * typed text through the shipped model.
 */
class ShopperMovesTest {
  private static final int FLOWS_A_LANGUAGE = 3;

  private final Flows flows = Flows.load(Path.of("dialog-flows"));

  @Test
  void every_move_is_shown_in_three_flows_in_every_language() {
    var shown = shown();
    var softly = new SoftAssertions();
    for (var move : Move.values()) {
      for (var language : Language.values()) {
        var by = shown.get(move).get(language);
        softly
            .assertThat(by.size())
            .as(move + " " + language.code() + " is shown by " + by)
            .isGreaterThanOrEqualTo(FLOWS_A_LANGUAGE);
      }
    }
    softly.assertAll();
  }

  private Map<Move, Map<Language, Set<String>>> shown() {
    var shown = new EnumMap<Move, Map<Language, Set<String>>>(Move.class);
    for (var move : Move.values()) {
      shown.put(move, new EnumMap<>(Language.class));
      for (var language : Language.values()) {
        shown.get(move).put(language, new TreeSet<>());
      }
    }
    for (var run : Rehearsed.all()) {
      var conversation = run.verdict().conversation();
      moves(run)
          .forEach(move -> shown.get(move).get(conversation.language()).add(conversation.flow()));
    }
    return shown;
  }

  /** What a conversation that goes as written shows. */
  private Set<Move> moves(Rehearsed.Run run) {
    if (!run.verdict().passed()) {
      return Set.of();
    }
    var said =
        run.verdict().conversation().lines().stream()
            .filter(Conversation.Shopper.class::isInstance)
            .map(line -> ((Conversation.Shopper) line).text())
            .collect(Collectors.toSet());
    return Arrays.stream(Move.values())
        .filter(
            move -> run.decisions().stream().anyMatch(exchange -> move.in(flows, exchange, said)))
        .collect(Collectors.toSet());
  }
}
