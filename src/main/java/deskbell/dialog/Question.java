package deskbell.dialog;

import deskbell.conversation.Choice;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Source;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Option;
import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Rule;
import deskbell.dialog.flow.Shown;
import deskbell.dialog.flow.Slot;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The question at which a flow waits: its words, which change with each miss, and its buttons.
 *
 * @param shown what the flow knows, in the shopper's language
 * @param telling chooses among the variants of texts
 */
record Question(Flow flow, Shown shown, Telling telling) {
  static Question of(Flow flow, OpenFlow open, Language language, Telling telling) {
    return new Question(flow, new Shown(flow, language, open.slots(), open.facts()), telling);
  }

  /** A text of the flow, in the variant that comes next. */
  String told(Phrase phrase) {
    return shown.text(phrase, telling);
  }

  /** What a flow does, in a few words. */
  static String title(Flow flow, Language language) {
    return new Shown(flow, language, Map.of(), Map.of()).text(flow.title());
  }

  /** The question as it is put after so many misses. */
  Reply ask(Step step, int misses) {
    return switch (step) {
      case Step.Collect(_, var slot, _) ->
          reply(slotText(flow.slots().get(slot), misses), buttons(step));
      case Step.Confirm confirm -> reply(confirmText(confirm, misses), buttons(step));
      case Step.Call _, Step.Run _, Step.Branch _, Step.Say _, Step.Assign _ ->
          throw waitsNot(step);
      case Step.Forget _, Step.Jump _, Step.HandOver _, Step.End _ -> throw waitsNot(step);
    };
  }

  /** The question as an open flow puts it after its misses. */
  Reply asked(Step step, OpenFlow open) {
    return open.recalls() ? recall(open.misses()) : ask(step, open.misses());
  }

  /** The question again after something else was talked about, with a way out. */
  Reply remind(Step step) {
    var text = sentence("bridge", title(flow, language()), ask(step, 0).text());
    return reply(text, waysOn(step));
  }

  /** That the flow goes on, where what it waits for is known by now. */
  Reply back() {
    return say(sentence("bridge", title(flow, language()), "").strip());
  }

  /** As {@link #remind}, and says what is known: the shopper comes back after a while. */
  Reply recap(Step step, List<Slot> known) {
    if (known.isEmpty() || step instanceof Step.Confirm) {
      return remind(step);
    }
    var text =
        sentence("bridge.recap", title(flow, language()), listed(known), ask(step, 0).text());
    return reply(text, waysOn(step));
  }

  private List<Choice> waysOn(Step step) {
    var ways = new ArrayList<>(buttons(step));
    if (!(step instanceof Step.Confirm)) {
      ways.add(choices().leave());
    }
    return ways;
  }

  /** The question whether what was said long ago still holds. */
  Reply recall(int misses) {
    var known = listed(Recall.told(flow, shown.slots()));
    var question = sentence("recall", title(flow, language()), known);
    var text =
        switch (misses) {
          case 0 -> question;
          case 1 -> sentence("yes_no.hint", question);
          default -> sentence("yes_no.differently", question);
        };
    var buttons = new ArrayList<>(choices().yesOrNo());
    buttons.add(choices().leave());
    return reply(text, buttons);
  }

  /** The offer of a person, where the shopper and the question don't find each other. */
  Reply person() {
    return reply(
        sentence("person.offer", title(flow, language())),
        List.of(choices().person(), choices().leave()));
  }

  /** Why a person is spoken of, and the question or offer again. */
  Reply whyPerson(Step step, OpenFlow open) {
    var question = open.offersPerson() ? person() : ask(step, 0);
    return reply(sentence("person.why", question.text()), question.choices());
  }

  /** Why the question is asked, and the question again. */
  Reply why(Step step) {
    var question = ask(step, 0);
    return reply(sentence("why", reason(step), question.text()), question.choices());
  }

  private String reason(Step step) {
    return step instanceof Step.Collect collect
        ? flow.slots()
            .get(collect.slot())
            .asking()
            .flatMap(Slot.Asking::why)
            .map(this::told)
            .orElseGet(() -> sentence("why.slot", title(flow, language())))
        : sentence("why.confirm");
  }

  /** The question which of these was meant by a yes. */
  Reply whichOf(List<Choice> buttons) {
    var labels = buttons.stream().map(Choice::label).toList();
    return reply(sentence("which", sentences().numbered(labels)), buttons);
  }

  /** The question which of these is the other one. */
  Reply whichOther(List<Choice> buttons) {
    var labels = buttons.stream().map(Choice::label).toList();
    return reply(sentence("which.other", sentences().numbered(labels)), buttons);
  }

  /** That these slots were taken down, as far as they have names. */
  Optional<Reply> noted(Set<String> slots) {
    var named =
        Recall.told(flow, shown.slots()).stream()
            .filter(slot -> slots.contains(slot.name()))
            .toList();
    return named.isEmpty() ? Optional.empty() : Optional.of(say(sentence("noted", listed(named))));
  }

  private String listed(List<Slot> known) {
    return sentences().joined(known.stream().map(this::named).toList());
  }

  private String named(Slot slot) {
    return sentence(
        "named",
        slot.called().orElseThrow().label(language()),
        shown.slot(slot.name()).orElseThrow());
  }

  /** What is said where an answer breaks a rule; asks again. */
  Reply broken(Rule rule, Step step) {
    return reply(told(rule.says()), buttons(step));
  }

  /** What can be picked instead of typed. */
  List<Choice> buttons(Step step) {
    return choices().of(step);
  }

  /** Says something on the way. */
  Reply say(String text) {
    return reply(text, List.of());
  }

  /** A sentence that belongs to no flow. */
  String sentence(String key, Object... values) {
    return sentences().get(key, values);
  }

  private String slotText(Slot slot, int misses) {
    var asking = slot.asking().orElseThrow();
    if (misses == 0) {
      return told(asking.question());
    }
    var written = misses == 1 ? asking.hint() : asking.differently();
    return written.map(this::told).orElseGet(() -> standard(slot, told(asking.question()), misses));
  }

  private String standard(Slot slot, String question, int misses) {
    var key = misses == 1 ? "hint" : "differently";
    if (slot.kind() instanceof Kind.Choice) {
      var labels = choices().answers(slot).stream().map(Choice::label).toList();
      return sentence(
          "choice." + key, misses == 1 ? sentences().joined(labels) : sentences().numbered(labels));
    }
    return sentence("yes_no." + key, question);
  }

  private String confirmText(Step.Confirm confirm, int misses) {
    var text = told(confirm.text());
    if (misses == 0) {
      return text;
    }
    return misses == 1
        ? sentence("confirm.hint", sentences().joined(labels(confirm.yes(), confirm.no())))
        : sentence("confirm.differently", text);
  }

  private List<String> labels(Option yes, Option no) {
    return List.of(yes.wordings().label(language()), no.wordings().label(language()));
  }

  private Reply reply(String text, List<Choice> buttons) {
    return Reply.of(text, new Source(Source.Kind.FLOW, flow.id())).with(buttons);
  }

  private Buttons choices() {
    return new Buttons(flow, shown);
  }

  private Sentences sentences() {
    return new Sentences(language());
  }

  private Language language() {
    return shown.language();
  }

  private static IllegalStateException waitsNot(Step step) {
    return new IllegalStateException("step " + step.id() + " does not wait for the shopper");
  }
}
