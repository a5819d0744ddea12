package deskbell.dialog;

import deskbell.conversation.Choice;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers among several: a pressed button, an option's own words, its number, a hint at it. */
final class Picks {
  private Picks() {}

  /**
   * The value of the button that was pressed, named or counted.
   *
   * @param kinds of the slots that are asked for
   */
  static Optional<String> of(Heard heard, List<Kind> kinds, List<Choice> buttons) {
    var text = heard.understood().text();
    return heard
        .chosen()
        .flatMap(value -> buttons.stream().map(Choice::value).filter(value::equals).findFirst())
        .or(() -> kinds.stream().flatMap(kind -> worded(kind, text).stream()).findFirst())
        .or(() -> numbered(buttons, text))
        .or(() -> pointedAt(buttons, text));
  }

  /** True where the message answers the open question in its own words. */
  static boolean own(Spot spot, Heard heard) {
    return switch (spot.step()) {
      case Step.Collect collect -> {
        var buttons = spot.question(heard.language()).buttons(collect);
        yield of(heard, spot.flow().kinds(collect.slot()), buttons).isPresent();
      }
      case Step.Confirm confirm -> Assent.of(confirm, heard) != Assent.NEITHER;
      case Step.Call _, Step.Run _, Step.Branch _, Step.Say _, Step.Assign _ -> false;
      case Step.Forget _, Step.Jump _, Step.HandOver _, Step.End _ -> false;
    };
  }

  /** The only option that the text speaks of. */
  static Optional<String> mentioned(List<Option> options, String text) {
    return only(options, option -> names(option, text));
  }

  /** True where a wording of this option that is none of the other's occurs in the text. */
  static boolean namesAlone(Option option, Option other, String text) {
    var own = new ArrayList<>(option.wordings().heard());
    own.removeAll(other.wordings().heard());
    return Words.anyIn(text, own);
  }

  /** True where one of the option's wordings occurs in the text. */
  static boolean names(Option option, String text) {
    return Words.anyIn(text, option.wordings().heard());
  }

  /** The option that the text tells in other words. */
  static Optional<String> paraphrased(List<Option> options, String text) {
    if (!Words.briefAndPlain(text)) {
      return Optional.empty();
    }
    var wordings =
        options.stream()
            .map(option -> option.wordings().all().collect(Collectors.joining(" ")))
            .toList();
    return Paraphrase.closest(wordings, text).map(place -> options.get(place).value());
  }

  /** True where the option was pressed or said in its own words. */
  static boolean picked(Option option, Heard heard) {
    return heard.chosen().isPresent()
        ? heard.chosen().get().equals(option.value())
        : worded(option, heard.understood().text());
  }

  /** True where the text is one of the option's wordings. */
  static boolean worded(Option option, String text) {
    return Words.anySame(text, option.wordings().heard());
  }

  private static Optional<String> worded(Kind kind, String text) {
    return switch (kind) {
      case Kind.Choice(var options) -> only(options, option -> worded(option, text));
      case Kind.YesNo() -> {
        if (Words.yes(text)) {
          yield Optional.of("yes");
        }
        yield Words.no(text) ? Optional.of("no") : Optional.empty();
      }
      case Kind.OfEntity _, Kind.Phone _, Kind.Free _, Kind.AnyOf _ -> Optional.empty();
    };
  }

  private static Optional<String> numbered(List<Choice> buttons, String text) {
    int number = buttons.size() > 1 ? Words.ordinal(text, buttons.size()) : 0;
    return number > 0 ? Optional.of(buttons.get(number - 1).value()) : Optional.empty();
  }

  /** The only button, where the text points at what is there: "the e-mail you have". */
  private static Optional<String> pointedAt(List<Choice> buttons, String text) {
    return buttons.size() == 1 && Words.points(text)
        ? Optional.of(buttons.getFirst().value())
        : Optional.empty();
  }

  private static Optional<String> only(List<Option> options, Predicate<Option> rule) {
    var fitting = options.stream().filter(rule).map(Option::value).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }
}
