package deskbell.dialog;

import deskbell.conversation.CallResult;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.util.Optional;
import java.util.Set;

/**
 * Runs flows: (state, what was heard) → next acts. Pure: no clock, no I/O; one instance serves
 * every conversation from any thread.
 */
public interface Dialogue {
  /** All flows that an intent may start, whatever their conditions. */
  Set<String> flowsFor(String intent);

  /**
   * The flow that a message of an intent starts, if any.
   *
   * @param vouched whether the shop has vouched for the shopper
   */
  Optional<String> flowFor(String intent, Understood message, boolean vouched);

  /** What a flow does, in a few words: "Find out where an order is". */
  String title(String flow, Language language);

  /** The kinds of entity that a flow takes from any message. */
  Set<EntityType> takes(String flow);

  /** What may be told to others, such as the agent who takes over. */
  Disclosed disclosed(DialogState state);

  /** The conversation once every open flow is left: what they have asked stays known. */
  DialogState left(DialogState state, Heard heard);

  /** Starts a flow; one that is open waits below it. */
  Outcome start(DialogState state, String flow, Heard heard);

  /** Gives the open flow the shopper's next message. */
  Outcome hear(DialogState state, Heard heard);

  /** True where words are the open question's own: a button's, an option's, a plain yes or no. */
  boolean answers(DialogState state, Heard heard);

  /** Gives the open flow the result of its call. */
  Outcome resume(DialogState state, CallResult result, Heard heard);

  /** Counts a miss at the open question and asks it differently, or gives up to a person. */
  Outcome missed(DialogState state, Heard heard);

  /**
   * Asks the open question again after a digression, with a short bridge; after a pause it says as
   * well what is known, and after a long one it asks whether that still holds.
   */
  Outcome remind(DialogState state, Heard heard);
}
