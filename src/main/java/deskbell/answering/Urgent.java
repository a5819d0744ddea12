package deskbell.answering;

import deskbell.conversation.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phrases that come before any flow and any intent: safety, threats, anger, "stop". A written list
 * rather than a model, because a miss costs most here and each hit must be explainable. Immutable,
 * any thread.
 */
final class Urgent {
  /** What a phrase brings about, the most urgent first. */
  enum Kind {
    SAFETY("safety"),
    /** Of violence, against anybody, the shopper included. */
    THREAT("threat"),
    LEGAL("legal"),
    /** A payment that the shopper never agreed to, or fights over with a bank. */
    DISPUTE("payment_dispute"),
    ANGER("anger"),
    /** Ends the open flow; counts only where it is the whole message. */
    STOP("stop");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }

    /** Why a person is called, as handovers name it. */
    String reason() {
      return reason;
    }
  }

  /** The words say quickly that most messages are not meant; the pattern has the last say. */
  private record Phrase(Kind kind, String words, Pattern pattern) {
    boolean in(String lower) {
      return lower.contains(words) && pattern.matcher(lower).find();
    }
  }

  private final Map<Language, List<Phrase>> phrases = new EnumMap<>(Language.class);

  /** Reads {@code urgent_en.txt} and {@code urgent_zh.txt} beside this class. */
  Urgent() {
    for (var language : Language.values()) {
      phrases.put(language, read("urgent_" + language.code() + ".txt", language));
    }
  }

  /** The most urgent thing that a text says. */
  Optional<Kind> in(String text, Language language) {
    var lower = text.toLowerCase(Locale.ROOT).strip();
    return phrases.get(language).stream()
        .filter(phrase -> phrase.in(lower))
        .map(Phrase::kind)
        .min(Comparator.naturalOrder());
  }

  private static List<Phrase> read(String file, Language language) {
    var stream = Objects.requireNonNull(Urgent.class.getResourceAsStream(file), file);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var found = new ArrayList<Phrase>();
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> found.add(parse(line, language)));
      return List.copyOf(found);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private static Phrase parse(String line, Language language) {
    var colon = line.indexOf(':');
    var kind = Kind.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
    var words = line.substring(colon + 1).strip();
    var quoted = Pattern.quote(words);
    var bounded = language == Language.EN ? "\\b" + quoted + "\\b" : quoted;
    var pattern =
        kind == Kind.STOP ? "^(?:please |请)?" + quoted + "(?: please|吧|了)?[\\p{P}\\s]*$" : bounded;
    return new Phrase(kind, words, Pattern.compile(pattern));
  }
}
