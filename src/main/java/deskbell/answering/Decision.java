package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.knowledge.Passage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the bot does with a message. */
sealed interface Decision {
  /** Hand over to a person, for this reason. */
  record Person(String reason) implements Decision {}

  /** End the open flow, because the shopper says stop. */
  record Stop() implements Decision {}

  /** Start a flow. */
  record Start(String flow) implements Decision {}

  /**
   * Answer with an article.
   *
   * @param errand offered below it: the flow that does what the article is about
   */
  record Tell(Passage passage, Optional<Choice> errand) implements Decision {
    Tell(Passage passage) {
      this(passage, Optional.empty());
    }
  }

  /** Answer small talk of this intent. */
  record Talk(String intent) implements Decision {}

  /** Ask which of two or three readings is meant. */
  record Clarify(List<Choice> readings) implements Decision {
    public Clarify {
      readings = List.copyOf(readings);
    }

    /** What makes two clarifying questions the same: what they offer, in whatever order. */
    String question() {
      return readings.stream().map(Choice::value).sorted().collect(Collectors.joining(" "));
    }
  }

  /** The shopper wants none of the readings that were offered. */
  record NoneOfThese() implements Decision {}

  /** Say that the answer is not known. */
  record Unknown() implements Decision {}
}
