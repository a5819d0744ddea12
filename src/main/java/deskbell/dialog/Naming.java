package deskbell.dialog;

import deskbell.conversation.IntentScore;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Slot;
import java.util.List;
import java.util.Optional;

/** Messages that name a slot or look like its value, but bring none. Belongs to one message. */
final class Naming {
  private final Thresholds thresholds;
  private final Flow flow;
  private final OpenFlow open;
  private final Heard heard;
  private final String text;

  Naming(Thresholds thresholds, Flow flow, OpenFlow open, Heard heard) {
    this.thresholds = thresholds;
    this.flow = flow;
    this.open = open;
    this.heard = heard;
    this.text = heard.understood().text();
  }

  /** True where the message speaks of what was asked for and is not clearly about else. */
  boolean asked(Slot slot) {
    var best = heard.understood().best();
    return !Words.asks(text)
        && (Words.points(text)
            || best.confidence() < thresholds.interruptsAnAnswer()
            || best.intent().equals(IntentScore.OUT_OF_SCOPE))
        && flow.members(slot.name()).stream().map(flow.slots()::get).anyMatch(this::called);
  }

  /** A filled slot that the message calls by name and says is wrong. */
  Optional<Meaning> reopened() {
    if (!Words.wrong(text) || Words.asks(text)) {
      return Optional.empty();
    }
    return flow.slots().values().stream()
        .filter(slot -> flow.members(slot.name()).stream().anyMatch(open.slots()::containsKey))
        .filter(slot -> flow.asking(slot.name()).isPresent())
        .filter(this::called)
        .findFirst()
        .map(slot -> new Meaning.Reopens(flow.emptied(slot.name())));
  }

  private boolean called(Slot slot) {
    return slot.called().stream().anyMatch(called -> Words.anyIn(text, called.heard()));
  }

  /** True where the message looks like a value of this kind, though not a right one. */
  boolean attempts(Kind kind) {
    if (Words.asks(text)) {
      return false;
    }
    boolean digit = text.codePoints().anyMatch(Character::isDigit);
    boolean little = Words.littleBeside(List.of(), text);
    return switch (kind) {
      case Kind.Choice _, Kind.YesNo _, Kind.Phone _ -> digit && little;
      case Kind.OfEntity _, Kind.AnyOf _ -> text.contains("@") || (digit && little);
      case Kind.Free _ -> true;
    };
  }
}
