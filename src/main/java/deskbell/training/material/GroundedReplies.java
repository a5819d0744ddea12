package deskbell.training.material;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.neural.Placeholders;
import deskbell.neural.Sentences;
import deskbell.training.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Pairs of questions and grounded replies, from files that hold several of each for one side of an
 * article: every question is paired with every reply. A line names one of the shop's own articles,
 * or holds another shop's with all its sides, so that more is learnt than this shop by heart.
 */
public final class GroundedReplies {
  private final Language language;
  private final Function<String, Optional<String>> answers;

  /**
   * Replies in a language.
   *
   * @param answers the text of the article of an id
   */
  public GroundedReplies(Language language, Function<String, Optional<String>> answers) {
    this.language = language;
    this.answers = answers;
  }

  /**
   * The pairs of a file. Blocks for the disk; an unknown article, or a value in a reply that the
   * article doesn't hold, is {@link Invalid} and names file and line.
   */
  public List<GroundedReply> read(Path file) {
    return JsonLines.read(file, this::replies).stream().flatMap(List::stream).toList();
  }

  private List<GroundedReply> replies(JsonNode line) {
    return line.has("text")
        ? StreamSupport.stream(line.path("sides").spliterator(), false)
            .flatMap(side -> replies(side, JsonLines.text(line, "text")).stream())
            .toList()
        : replies(line, article(JsonLines.text(line, "article")));
  }

  private String article(String id) {
    return answers
        .apply(id)
        .orElseThrow(() -> new Invalid("article", id + " is unknown in " + language.code()));
  }

  private List<GroundedReply> replies(JsonNode side, String text) {
    var sentences = Sentences.of(text);
    var hidden = Placeholders.of(sentences.plain());
    var pairs = new ArrayList<GroundedReply>();
    for (var reply : JsonLines.texts(side, "replies")) {
      if (hidden.hide(reply).isEmpty()) {
        throw new Invalid("reply", "holds a value that the article doesn't: " + reply);
      }
      var evidence = sentences.understood(Evidence.of(sentences.plain(), reply));
      for (var question : JsonLines.texts(side, "questions")) {
        pairs.add(new GroundedReply(language, question, text, evidence, reply));
      }
    }
    if (pairs.isEmpty()) {
      throw new Invalid("line", "needs questions and replies");
    }
    return pairs;
  }
}
