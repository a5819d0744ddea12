package deskbell.bench;

import deskbell.answering.Answer;
import deskbell.conversation.Choice;
import deskbell.conversation.Source;
import java.util.List;
import java.util.Set;

/** What the bot did with a message, read off its answer. */
sealed interface Done {
  /** It answered with this article. */
  record Told(String article) implements Done {}

  /** It started this flow. */
  record Started(String flow) implements Done {}

  /** It asked which of these choices is meant. */
  record Asked(List<String> choices) implements Done {
    public Asked {
      choices = List.copyOf(choices);
    }
  }

  /** It fetched a person. */
  record Person() implements Done {}

  /** It talked back. */
  record Talk() implements Done {}

  /** It said that it does not know. */
  record Nothing() implements Done {}

  /** Sources whose id is an article's. */
  Set<Source.Kind> TOLD = Set.of(Source.Kind.ARTICLE, Source.Kind.MODEL);

  /** Reads an answer. */
  static Done of(Answer answer) {
    var source = answer.replies().stream().flatMap(reply -> reply.source().stream()).findFirst();
    if (source.isPresent() && source.get().kind() == Source.Kind.FLOW) {
      return new Started(source.get().id());
    }
    if (answer.handover().isPresent()) {
      return new Person();
    }
    if (source.isPresent() && TOLD.contains(source.get().kind())) {
      return new Told(source.get().id());
    }
    if (answer.trace().contains("compared: Clarify")) {
      return new Asked(
          answer.replies().stream()
              .flatMap(reply -> reply.choices().stream())
              .map(Choice::value)
              .toList());
    }
    return answer.trace().contains("compared: Talk") ? new Talk() : new Nothing();
  }
}
