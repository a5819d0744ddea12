package deskbell.answering;

import deskbell.conversation.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phrases that come before any flow and any intent: safety, threats, anger, a person asked for,
 * "stop". A written list rather than a model, because a miss costs most here and each hit must be
 * explainable. Immutable, any thread.
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
    /** Asks for a person, whatever else the message says. */
    PERSON("asked"),
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

  /** What begins a line with the name of goods, in which other phrases mean nothing of the kind. */
  private static final String HARMLESS = "harmless:";

  private final Map<Language, List<Phrase>> phrases = new EnumMap<>(Language.class);
  private final Map<Language, List<Pattern>> harmless = new EnumMap<>(Language.class);

  /** Reads {@code urgent_en.txt} and {@code urgent_zh.txt} beside this class. */
  Urgent() {
    for (var language : Language.values()) {
      var lines = lines("urgent_" + language.code() + ".txt");
      phrases.put(
          language,
          lines.stream()
              .filter(line -> !line.startsWith(HARMLESS))
              .map(line -> phrase(line, language))
              .toList());
      harmless.put(
          language,
          lines.stream()
              .filter(line -> line.startsWith(HARMLESS))
              .map(line -> Pattern.compile(bounded(words(line), language)))
              .toList());
    }
  }

  /** The most urgent thing that a text says. */
  Optional<Kind> in(String text, Language language) {
    var meant = withoutHarmless(text.toLowerCase(Locale.ROOT).strip(), language);
    return phrases.get(language).stream()
        .filter(phrase -> phrase.in(meant))
        .map(Phrase::kind)
        .min(Comparator.naturalOrder());
  }

  private String withoutHarmless(String lower, Language language) {
    var rest = lower;
    for (var name : harmless.get(language)) {
      rest = name.matcher(rest).replaceAll(" ");
    }
    return rest;
  }

  private static List<String> lines(String file) {
    var stream = Objects.requireNonNull(Urgent.class.getResourceAsStream(file), file);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private static Phrase phrase(String line, Language language) {
    var kind = Kind.valueOf(line.substring(0, line.indexOf(':')).strip().toUpperCase(Locale.ROOT));
    var words = words(line);
    var pattern =
        kind == Kind.STOP
            ? "^(?:please |请)?" + Pattern.quote(words) + "(?: please|吧|了)?[\\p{P}\\s]*$"
            : bounded(words, language);
    return new Phrase(kind, words, Pattern.compile(pattern));
  }

  private static String words(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static String bounded(String words, Language language) {
    var quoted = Pattern.quote(words);
    return language == Language.EN ? "\\b" + quoted + "\\b" : quoted;
  }
}
