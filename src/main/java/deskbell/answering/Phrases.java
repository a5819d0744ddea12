package deskbell.answering;

import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Source;
import deskbell.conversation.Texts;
import deskbell.knowledge.Passage;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the bot says outside flows, from the texts of this room. */
final class Phrases {
  private static final Texts TEXTS = new Texts("deskbell/answering/texts");

  /** Facts under which a write has a number; it brings one of them at most. */
  private static final List<String> NUMBERS =
      List.of("return_number", "invoice_number", "case_number", "exchange_number", "visit_number");

  private Phrases() {}

  /** A text by its key, its places filled. */
  static String text(String key, Language language, Object... values) {
    return TEXTS.get(language, key, values);
  }

  /** A sentence by its key. */
  static Reply plain(String key, Language language) {
    return Reply.of(TEXTS.get(language, key));
  }

  /** A sentence by its key, with the offer of a person. */
  static Reply withPerson(String key, Language language) {
    return plain(key, language).with(List.of(person(language)));
  }

  /** The same in other words; an article's are the model's then. */
  static Reply inOtherWords(Reply reply, Spoken spoken) {
    if (!(spoken instanceof Spoken.Said(var text, _, _))) {
      return reply;
    }
    return reply
        .source()
        .map(source -> Reply.of(text, new Source(Source.Kind.MODEL, source.id())))
        .orElseGet(() -> Reply.of(text))
        .with(reply.choices());
  }

  /** The choice that asks for all that an article says, where a part of it was told. */
  static Choice whole(Passage passage, Language language) {
    return new Choice(TEXTS.get(language, "whole"), Decider.ARTICLE + passage.id());
  }

  /** Whether these are the words on the button of {@link #whole}: they ask nothing themselves. */
  static boolean isWhole(String text) {
    return Arrays.stream(Language.values()).anyMatch(one -> text.equals(TEXTS.get(one, "whole")));
  }

  /** The article's own words. */
  static Reply told(Passage passage) {
    return Reply.of(passage.answer(), new Source(Source.Kind.ARTICLE, passage.id()));
  }

  /** The question which of these readings is meant, or whether the only one is. */
  static Reply which(List<Choice> readings, Language language) {
    var only = readings.size() == 1;
    var choices = new ArrayList<>(readings);
    choices.add(new Choice(TEXTS.get(language, only ? "not_this" : "none"), Decider.NONE));
    return plain(only ? "this" : "which", language).with(choices);
  }

  /** The question which of these readings was meant, by number. */
  static Reply whichNumber(List<Choice> readings, Language language) {
    var numbered =
        IntStream.range(0, readings.size())
            .mapToObj(i -> TEXTS.get(language, "which.numbered", i + 1, readings.get(i).label()))
            .collect(Collectors.joining(TEXTS.get(language, "which.separator")));
    return Reply.of(TEXTS.get(language, "which.number", numbered)).with(readings);
  }

  /** What is said when a person takes over, by the reason. */
  static Reply handover(String reason, Language language) {
    return Reply.of(TEXTS.get(language, byReason("handover.", reason, language)));
  }

  /** What is said when a person is asked for within the hours, and nobody is at the desk. */
  static Reply unattended(String reason, Language language) {
    return Reply.of(TEXTS.get(language, byReason("unattended.", reason, language)));
  }

  /** What is said when a person is asked for and nobody is there before this time. */
  static Reply waiting(String reason, ZonedDateTime until, Language language) {
    var pattern = TEXTS.get(language, "waiting.time");
    var time = until.format(DateTimeFormatter.ofPattern(pattern, language.locale()));
    return Reply.of(TEXTS.get(language, byReason("waiting.", reason, language), time));
  }

  private static String byReason(String prefix, String reason, Language language) {
    return TEXTS.has(language, prefix + reason) ? prefix + reason : prefix + "other";
  }

  /**
   * What came of a write to the shop, told without its flow: by its operation and outcome, with the
   * number that the shop gave it.
   */
  static String settled(String operation, CallResult result, Language language) {
    var facts = result.facts();
    var number = NUMBERS.stream().map(facts::get).filter(Objects::nonNull).findFirst().orElse(null);
    var prefix = "settled." + operation + ".";
    var key = prefix + result.outcome() + (number == null ? "" : ".numbered");
    var known = TEXTS.has(language, key) ? key : prefix + "other";
    return TEXTS.get(language, known, facts.get("order"), number);
  }

  /** The choice that asks for a person. */
  static Choice person(Language language) {
    return new Choice(TEXTS.get(language, "person"), Decider.PERSON);
  }
}
