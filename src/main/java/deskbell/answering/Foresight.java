package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.conversation.Understood;
import deskbell.dialog.Dialogue;
import deskbell.knowledge.Passage;
import java.util.List;

/**
 * Foretells how a question would be answered that opens a conversation, without answering it: for
 * editors who try a change on many. Pure; any thread. What comes before the comparison, such as a
 * threat, and the Transformer's second look at close articles are left out: they are the same with
 * and without the change.
 */
public final class Foresight {
  private final Decider decider;

  /** Foretells what these flows and thresholds lead to. */
  public Foresight(Dialogue dialogue, AnsweringSettings settings) {
    this.decider = new Decider(dialogue, settings);
  }

  /** Of what kind an answer is. */
  public enum Kind {
    ARTICLE,
    FLOW,
    CHOICE,
    TALK,
    PERSON,
    UNKNOWN
  }

  /**
   * An answer in outline.
   *
   * @param about the article, the flow or what is offered to choose from; empty otherwise
   */
  public record Outlook(Kind kind, List<Choice> about) {
    public Outlook {
      about = List.copyOf(about);
    }

    /** True where a shopper would be answered from the same, whatever it is called. */
    boolean sameAs(Outlook other) {
      return kind == other.kind && values().equals(other.values());
    }

    private List<String> values() {
      return about.stream().map(Choice::value).toList();
    }
  }

  /** What would be decided about a question for which these articles were found. */
  public Outlook of(Understood question, List<Passage> passages) {
    return switch (decider.compare(question, false, passages, List.of())) {
      case Decision.Tell(var passage, _) ->
          new Outlook(
              Kind.ARTICLE,
              List.of(new Choice(passage.question(), Decider.ARTICLE + passage.id())));
      case Decision.Start(var flow) ->
          new Outlook(Kind.FLOW, List.of(new Choice(flow, Decider.FLOW + flow)));
      case Decision.Clarify(var readings) -> new Outlook(Kind.CHOICE, readings);
      case Decision.Talk _ -> new Outlook(Kind.TALK, List.of());
      case Decision.Person _ -> new Outlook(Kind.PERSON, List.of());
      case Decision.Unknown _, Decision.NoneOfThese _, Decision.Stop _ ->
          new Outlook(Kind.UNKNOWN, List.of());
    };
  }
}
