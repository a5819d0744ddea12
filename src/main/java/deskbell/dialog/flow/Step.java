package deskbell.dialog.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a flow. Steps name their successors by id. */
public sealed interface Step {
  /** The outcome branch for every outcome that has none of its own. */
  String OTHERWISE = "otherwise";

  /** The case of a branch for a value that is not known. */
  String NONE = "none";

  /** Names the step within its flow. */
  String id();

  /** True where a conversation can wait at this step, for the shopper or for the shop. */
  default boolean waits() {
    return switch (this) {
      case Collect _, Call _, Confirm _, Run _ -> true;
      case Branch _, Say _, Assign _, Forget _, Jump _, HandOver _, End _ -> false;
    };
  }

  /** Asks for a slot unless it is filled, and waits for the shopper. */
  record Collect(String id, String slot, String next) implements Step {}

  /**
   * Calls the shop.
   *
   * @param arguments the operation's argument → slot or fact
   * @param outcomes what follows, by outcome; {@link #OTHERWISE} for those not named
   */
  record Call(
      String id, Operation operation, Map<String, String> arguments, Map<String, String> outcomes)
      implements Step {
    public Call {
      arguments = Map.copyOf(arguments);
      outcomes = Map.copyOf(outcomes);
    }
  }

  /**
   * Goes on by a value.
   *
   * @param cases what follows, by value; {@link #NONE} where it is not known
   * @param limits what follows a value beyond a limit that has no case of its own; the first wins
   * @param otherwise what follows any other value
   */
  record Branch(
      String id, Subject subject, Map<String, String> cases, List<Limit> limits, String otherwise)
      implements Step {
    public Branch {
      cases = Map.copyOf(cases);
      limits = List.copyOf(limits);
    }
  }

  /** A way of a branch for values beyond a limit. */
  record Limit(Bound bound, String next) {}

  /** Says something. */
  record Say(String id, Phrase text, String next) implements Step {}

  /**
   * Says what will happen and waits for a yes.
   *
   * @param denied what follows a no; without it the flow ends, changing nothing
   */
  record Confirm(
      String id, Phrase text, Option yes, Option no, String next, Optional<String> denied)
      implements Step {}

  /** Gives slots their values. */
  record Assign(String id, Map<String, Assigned> values, String next) implements Step {
    public Assign {
      values = Map.copyOf(values);
    }
  }

  /**
   * What a slot is set to.
   *
   * @param text the value itself, or the name of the slot or fact to take it from
   */
  record Assigned(String text, boolean name) {}

  /**
   * Runs another flow and goes on when it has ended.
   *
   * @param results what follows, by the other flow's result; {@link #OTHERWISE} for those not named
   */
  record Run(String id, String flow, Map<String, String> results) implements Step {
    public Run {
      results = Map.copyOf(results);
    }
  }

  /**
   * Empties slots, so that they are asked again.
   *
   * @param slots those that are named
   * @param everything whether all that the conversation remembers goes, with the flows that wait
   */
  record Forget(String id, List<String> slots, boolean everything, String next) implements Step {
    /** What stands in a flow file for all that is remembered; no slot may be called that. */
    public static final String EVERYTHING = "everything";

    public Forget {
      slots = List.copyOf(slots);
    }
  }

  /** Goes to another step. */
  record Jump(String id, String next) implements Step {}

  /**
   * Hands over to a person.
   *
   * @param department whose people it is for; anybody's where empty
   */
  record HandOver(String id, String reason, Optional<String> department) implements Step {}

  /** Ends the flow with a result. */
  record End(String id, String result) implements Step {}
}
