package deskbell.dialog.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that a flow wants to know.
 *
 * @param asking how it is asked; empty where it never is
 * @param called words by which shoppers speak of it ("the address is wrong")
 * @param prefill whether any message may fill it, or only the answer to its question
 * @param from a slot whose answer may hold this one's value as well
 * @param optional whether the shopper may skip it
 * @param rules that a value must keep
 * @param sources where a value may come from without a question, the best first
 * @param expects intents that count as an answer to the question
 * @param confidential whether its value stays in the flow: nobody but the shopper is told it, and
 *     it is forgotten with the flow
 */
public record Slot(
    String name,
    Kind kind,
    Optional<Asking> asking,
    Optional<Wordings> called,
    boolean prefill,
    Optional<String> from,
    boolean optional,
    List<Rule> rules,
    List<Source> sources,
    List<Expected> expects,
    boolean confidential) {
  public Slot {
    rules = List.copyOf(rules);
    sources = List.copyOf(sources);
    expects = List.copyOf(expects);
  }

  /** True where what is known is offered as buttons. */
  public boolean offered() {
    return asking.filter(question -> !question.offers().isEmpty()).isPresent();
  }

  /** The first rule that a value breaks on this day. */
  public Optional<Rule> broken(String value, LocalDate today) {
    return rules.stream().filter(rule -> !rule.test().holds(value, today)).findFirst();
  }

  /** Where a value comes from without a question. */
  public sealed interface Source {}

  /** What a call of the shop brought. */
  public record Fact(String name) implements Source {}

  /** The user whom the shop has vouched for. */
  public record SignedIn() implements Source {}

  /**
   * An intent that counts as an answer, though it may start a flow elsewhere.
   *
   * @param value that it stands for; empty where the words themselves have to tell
   */
  public record Expected(String intent, Optional<String> value) {}

  /**
   * The question for a slot.
   *
   * @param question asked first
   * @param hint said when the answer doesn't fit; asks again
   * @param differently the question put differently, after two misses
   * @param why said where the shopper asks what it is needed for
   * @param offers what is offered as buttons, where it is known
   */
  public record Asking(
      Phrase question,
      Optional<Phrase> hint,
      Optional<Phrase> differently,
      Optional<Phrase> why,
      List<Offer> offers) {
    public Asking {
      offers = List.copyOf(offers);
    }
  }

  /**
   * A button with what is known already.
   *
   * @param value the slot or fact that pressing it gives
   * @param label what it says; the value itself where empty
   */
  public record Offer(String value, Optional<Template> label) {}
}
