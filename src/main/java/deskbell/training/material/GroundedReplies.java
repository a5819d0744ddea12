package deskbell.training.material;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.neural.Placeholders;
import deskbell.training.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pairs of questions and grounded replies, from files that hold several of each for one side of an
 * article: every question is paired with every reply.
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
    return JsonLines.read(file, this::side).stream().flatMap(List::stream).toList();
  }

  private List<GroundedReply> side(JsonNode line) {
    var id = JsonLines.text(line, "article");
    var text =
        answers
            .apply(id)
            .orElseThrow(() -> new Invalid("article", id + " is unknown in " + language.code()));
    var hidden = Placeholders.in(text);
    var pairs = new ArrayList<GroundedReply>();
    for (var reply : JsonLines.texts(line, "replies")) {
      var safe = hidden.hide(reply).orElseThrow(() -> new Invalid("reply", ungrounded(reply, id)));
      for (var question : JsonLines.texts(line, "questions")) {
        pairs.add(new GroundedReply(language, id, question, hidden.facts(), safe));
      }
    }
    if (pairs.isEmpty()) {
      throw new Invalid("line", "needs questions and replies");
    }
    return pairs;
  }

  private static String ungrounded(String reply, String id) {
    return "holds a value that the article " + id + " doesn't: " + reply;
  }
}
