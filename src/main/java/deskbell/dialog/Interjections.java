package deskbell.dialog;

import deskbell.conversation.Reply;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Step;
import java.util.Map;
import java.util.Optional;

/**
 * What a shopper may say at any question that is neither an answer in its own words nor about
 * something else: why, yes to several things, "the other one", yes to the offer of a person.
 */
final class Interjections {
  private final Thresholds thresholds;
  private final Spot spot;
  private final Heard heard;
  private final String text;

  Interjections(Thresholds thresholds, Spot spot, Heard heard) {
    this.thresholds = thresholds;
    this.spot = spot;
    this.heard = heard;
    this.text = heard.understood().text();
  }

  /** What the message means; empty where it is none of these. */
  Optional<Meaning> meaning() {
    if (heard.chosen().isPresent()) {
      return heard.chosen().filter(Buttons.PERSON::equals).map(_ -> new Meaning.Person());
    }
    if (Pointing.wondersAtPerson(text)) {
      return Optional.of(atPerson());
    }
    if (spot.open().offersPerson()) {
      if (Words.yes(text) || affirms()) {
        return Optional.of(new Meaning.Person());
      }
      if (Words.no(text)) {
        return Optional.of(new Meaning.Answered(again()));
      }
    }
    if (Pointing.wonders(text) || wondersAboutAsked()) {
      return Optional.of(firstTime(question().why(spot.step())));
    }
    return new Candidates(thresholds, spot, heard).pointedAt().or(this::other).or(this::bare);
  }

  private Meaning atPerson() {
    var reply = question().whyPerson(spot.step(), spot.open());
    return spot.open().offersPerson() ? new Meaning.Answered(reply) : firstTime(reply);
  }

  /** "What's the order number for?", where that is asked for. */
  private boolean wondersAboutAsked() {
    return spot.step() instanceof Step.Collect(_, var asked, _)
        && !Intention.surelyAbout(thresholds, heard)
        && spot.flow().members(asked).stream()
            .map(spot.flow().slots()::get)
            .flatMap(slot -> slot.called().stream())
            .anyMatch(called -> Pointing.wondersAbout(called.heard(), text));
  }

  /** "The other one", where several were offered and none is taken yet. */
  private Optional<Meaning> other() {
    if (!(spot.step() instanceof Step.Collect collect) || !Pointing.other(text)) {
      return Optional.empty();
    }
    var buttons = question().buttons(collect);
    return buttons.size() > 1
            && Picks.of(heard, spot.flow().kinds(collect.slot()), buttons).isEmpty()
        ? Optional.of(firstTime(question().whichOther(buttons)))
        : Optional.empty();
  }

  /** True where it agrees in other words, and not to the question that was given up. */
  private boolean affirms() {
    return heard.understood().entities().isEmpty()
        && Intention.affirms(thresholds, heard)
        && !Picks.own(spot, heard);
  }

  /** A yes or no to a question that wants neither. */
  private Optional<Meaning> bare() {
    if (!(spot.step() instanceof Step.Collect collect)
        || spot.flow().kinds(collect.slot()).stream().anyMatch(this::wanted)
        || Words.leaves(text)) {
      return Optional.empty();
    }
    if (Words.no(text)) {
      return Optional.of(new Meaning.Misses());
    }
    return Words.yes(text) ? Optional.of(yes(collect)) : Optional.empty();
  }

  private boolean wanted(Kind kind) {
    return kind instanceof Kind.YesNo
        || (kind instanceof Kind.Choice(var options)
            && options.stream().anyMatch(option -> Picks.worded(option, text)));
  }

  private Meaning yes(Step.Collect collect) {
    var buttons = question().buttons(collect);
    return switch (buttons.size()) {
      case 0 -> new Meaning.Misses();
      case 1 ->
          new Meaning.Fills(
              Map.of(spot.flow().members(collect.slot()).getFirst(), buttons.getFirst().value()));
      default -> firstTime(question().whichOf(buttons));
    };
  }

  /** Said once; the second time the question is put differently instead. */
  private Meaning firstTime(Reply reply) {
    return spot.open().misses() == 0 ? new Meaning.Answered(reply) : new Meaning.Misses();
  }

  private Reply again() {
    return question().remind(spot.step());
  }

  private Question question() {
    return spot.question(heard.language());
  }
}
