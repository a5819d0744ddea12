package deskbell.dialog;

import deskbell.conversation.Choice;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Source;
import deskbell.conversation.Texts;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The question at which a flow waits: its words, which change with each miss, and its buttons.
 *
 * @param shown what the flow knows, in the shopper's language
 * @param telling chooses among the variants of texts
 */
record Question(Flow flow, Shown shown, Telling telling) {
  /** The value of the button that leaves the flow; no choice in a flow file can have it. */
  static final String LEAVE = "!leave";

  /** The value of the button that asks for a person, as everywhere. */
  static final String PERSON = "person";

  /** The value of the button that skips a slot; no choice in a flow file can have it. */
  static final String SKIP = "!skip";

  /** Characters of a button's text at most. */
  private static final int MAX_LABEL = 60;

  /** The sentences that belong to no flow. */
  static final Texts TEXTS = new Texts("deskbell.dialog.texts");

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
    var question = ask(step, 0);
    var text = sentence("bridge", title(flow, language()), question.text());
    var buttons = new ArrayList<>(question.choices());
    if (!(step instanceof Step.Confirm)) {
      buttons.add(new Choice(sentence("leave"), LEAVE));
    }
    return reply(text, buttons);
  }

  /** As {@link #remind}, and says what is known: the shopper comes back after a while. */
  Reply recap(Step step, List<Slot> known) {
    if (known.isEmpty() || step instanceof Step.Confirm) {
      return remind(step);
    }
    var text =
        sentence("bridge.recap", title(flow, language()), listed(known), ask(step, 0).text());
    return reply(text, remind(step).choices());
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
    var buttons = new ArrayList<>(yesOrNo());
    buttons.add(new Choice(sentence("leave"), LEAVE));
    return reply(text, buttons);
  }

  /** The offer of a person, where the shopper and the question don't find each other. */
  Reply person() {
    return reply(
        sentence("person.offer", title(flow, language())),
        List.of(new Choice(sentence("person"), PERSON), new Choice(sentence("leave"), LEAVE)));
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
    return reply(sentence("which", joined(numbered(labels))), buttons);
  }

  private String listed(List<Slot> known) {
    return joined(known.stream().map(this::named).toList());
  }

  private String named(Slot slot) {
    return sentence(
        "named",
        slot.called().orElseThrow().label(language()),
        shown.slot(slot.name()).orElseThrow());
  }

  private List<Choice> yesOrNo() {
    return List.of(new Choice(sentence("yes"), "yes"), new Choice(sentence("no"), "no"));
  }

  /** What is said where an answer breaks a rule; asks again. */
  Reply broken(Rule rule, Step step) {
    return reply(told(rule.says()), buttons(step));
  }

  /** What can be picked instead of typed. */
  List<Choice> buttons(Step step) {
    return switch (step) {
      case Step.Collect(_, var slot, _) -> buttons(flow.slots().get(slot));
      case Step.Confirm confirm ->
          List.of(confirm.yes().button(language()), confirm.no().button(language()));
      case Step.Call _, Step.Run _, Step.Branch _, Step.Say _, Step.Assign _ -> List.of();
      case Step.Forget _, Step.Jump _, Step.HandOver _, Step.End _ -> List.of();
    };
  }

  /** Says something on the way. */
  Reply say(String text) {
    return reply(text, List.of());
  }

  /** A sentence that belongs to no flow. */
  String sentence(String key, Object... values) {
    return TEXTS.get(language(), key, values);
  }

  private List<Choice> buttons(Slot slot) {
    var buttons = new ArrayList<>(answers(slot));
    if (slot.optional()) {
      buttons.add(new Choice(sentence("skip"), SKIP));
    }
    return buttons;
  }

  private List<Choice> answers(Slot slot) {
    return switch (slot.kind()) {
      case Kind.Choice(var options) ->
          options.stream().map(option -> option.button(language())).toList();
      case Kind.YesNo() -> yesOrNo();
      case Kind.OfEntity _, Kind.Phone _, Kind.Free _, Kind.AnyOf _ -> offers(slot);
    };
  }

  private List<Choice> offers(Slot slot) {
    var offered = new LinkedHashMap<String, Choice>();
    slot.asking().stream()
        .flatMap(asking -> asking.offers().stream())
        .flatMap(offer -> shown.known(offer.value()).map(value -> offer(offer, value)).stream())
        .forEach(choice -> offered.putIfAbsent(choice.value(), choice));
    return List.copyOf(offered.values());
  }

  private Choice offer(Slot.Offer offer, String value) {
    var label = offer.label().map(shown::text).orElse(value);
    return new Choice(
        label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL - 1) + "…", value);
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
      var labels = answers(slot).stream().map(Choice::label).toList();
      return sentence("choice." + key, misses == 1 ? joined(labels) : joined(numbered(labels)));
    }
    return sentence("yes_no." + key, question);
  }

  private String confirmText(Step.Confirm confirm, int misses) {
    var text = told(confirm.text());
    if (misses == 0) {
      return text;
    }
    return misses == 1
        ? sentence("confirm.hint", joined(labels(confirm.yes(), confirm.no())))
        : sentence("confirm.differently", text);
  }

  private List<String> labels(Option yes, Option no) {
    return List.of(yes.wordings().label(language()), no.wordings().label(language()));
  }

  private List<String> numbered(List<String> labels) {
    return IntStream.range(0, labels.size())
        .mapToObj(i -> sentence("numbered", i + 1, labels.get(i)))
        .toList();
  }

  private String joined(List<String> words) {
    return words.stream().collect(Collectors.joining(sentence("list.separator")));
  }

  private Reply reply(String text, List<Choice> buttons) {
    return Reply.of(text, new Source(Source.Kind.FLOW, flow.id())).with(buttons);
  }

  private Language language() {
    return shown.language();
  }

  private static IllegalStateException waitsNot(Step step) {
    return new IllegalStateException("step " + step.id() + " does not wait for the shopper");
  }
}
