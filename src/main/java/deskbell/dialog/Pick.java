package deskbell.dialog;

import deskbell.conversation.Choice;
import java.util.ArrayList;
import java.util.List;

/** Which of several readings that were offered a shopper means by what is typed. */
public sealed interface Pick {
  /** This one. */
  record One(String value) implements Pick {}

  /** None of them. */
  record None() implements Pick {}

  /** A yes, or "the other one", where several were offered. */
  record Unclear() implements Pick {}

  /** The words are about something else, or say which one is meant in a way of their own. */
  record Nothing() implements Pick {}

  /** The pick of a text: an option's label, its number, words that only it has, a yes, a no. */
  static Pick of(List<Choice> offered, String text) {
    var named = offered.stream().filter(choice -> Words.same(text, choice.label())).toList();
    if (named.size() == 1) {
      return new One(named.getFirst().value());
    }
    int number = Words.ordinal(text, offered.size());
    if (number > 0) {
      return new One(offered.get(number - 1).value());
    }
    if (Words.all("none", text) || Words.no(text)) {
      return new None();
    }
    if (Words.yes(text) || (offered.size() > 1 && Pointing.other(text))) {
      return offered.size() == 1 ? new One(offered.getFirst().value()) : new Unclear();
    }
    return paraphrased(offered, text);
  }

  private static Pick paraphrased(List<Choice> offered, String text) {
    var own = new ArrayList<String>();
    if (Words.briefAndPlain(text)) {
      var labels = offered.stream().map(Choice::label).toList();
      Paraphrase.closest(labels, text).ifPresent(place -> own.add(offered.get(place).value()));
    }
    return own.isEmpty() ? new Nothing() : new One(own.getFirst());
  }
}
