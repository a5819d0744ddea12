package deskbell.dialog.reading;

import deskbell.conversation.Invalid;
import deskbell.dialog.flow.IcuMessage;
import deskbell.dialog.flow.Template;
import deskbell.dialog.flow.Template.Blank;
import deskbell.dialog.flow.Template.Maybe;
import deskbell.dialog.flow.Template.Message;
import deskbell.dialog.flow.Template.Piece;
import deskbell.dialog.flow.Template.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a text with blanks and messages. */
final class Blanks {
  private static final Pattern TOKENS =
      Pattern.compile("\\[\\[|\\]\\]|\\{([a-z][a-z0-9_]*)(?::([a-z][a-z0-9_]*))?\\}" + "|[{}]");
  private static final Pattern MESSAGE = Pattern.compile("\\{\\s*[a-z][a-z0-9_]*\\s*,");

  private final String text;
  private final Matcher tokens;
  private int done;

  private Blanks(String text) {
    this.text = text;
    this.tokens = TOKENS.matcher(text);
  }

  /** The text's pieces; a stray brace or bracket is Invalid. */
  static Template parse(String text) {
    return new Template(new Blanks(text).pieces(false));
  }

  private List<Piece> pieces(boolean inside) {
    var pieces = new ArrayList<Piece>();
    while (tokens.find()) {
      words(tokens.start()).ifPresent(pieces::add);
      done = tokens.end();
      switch (tokens.group()) {
        case "[[" -> pieces.add(maybe(inside));
        case "]]" -> {
          return closed(inside, pieces);
        }
        case "{" -> pieces.add(message(tokens.start()));
        case "}" -> throw stray(done);
        default -> pieces.add(new Blank(tokens.group(1), Optional.ofNullable(tokens.group(2))));
      }
    }
    if (inside) {
      throw new Invalid("[[", "is never closed by ]]");
    }
    words(text.length()).ifPresent(pieces::add);
    return pieces;
  }

  /** An ICU message, from its brace to the one that closes it. */
  private Message message(int start) {
    if (!MESSAGE.matcher(text).region(start, text.length()).lookingAt()) {
      throw stray(start + 1);
    }
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        done = at + 1;
        tokens.region(done, text.length());
        return new Message(IcuMessage.parse(unbracketed(text.substring(start, done))));
      }
    }
    throw new Invalid("message", "at character " + (start + 1) + " is never closed by }");
  }

  private static String unbracketed(String message) {
    if (message.contains("[[")) {
      throw new Invalid("[[ ]]", "may stand around a message, not within it");
    }
    return message;
  }

  private static Invalid stray(int character) {
    return new Invalid(
        "blank", "at character " + character + " must be {name}, {name:format} or {name, type, …}");
  }

  private Maybe maybe(boolean inside) {
    if (inside) {
      throw new Invalid("[[", "stands inside [[ ]]");
    }
    return new Maybe(pieces(true));
  }

  private static List<Piece> closed(boolean inside, List<Piece> pieces) {
    if (!inside) {
      throw new Invalid("]]", "closes nothing");
    }
    if (pieces.stream().allMatch(Words.class::isInstance)) {
      throw new Invalid("[[ ]]", "holds no blank");
    }
    return pieces;
  }

  private Optional<Words> words(int end) {
    return done < end ? Optional.of(new Words(text.substring(done, end))) : Optional.empty();
  }
}
