package deskbell.dialog.flow;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A message in the syntax of ICU's MessageFormat, which chooses words by a number's plural form or
 * by a value, and writes numbers and dates as the language does: {@code {eta, date, long}}.
 *
 * @param pattern with its outer braces
 * @param uses the names in it, each with what it must be
 */
public record IcuMessage(String pattern, Map<String, Use> uses) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,4})?");

  /** What a value must be for its place in a message; the strictest first. */
  public enum Use {
    /** A number, but no amount of money, whose currency a message could not show. */
    NUMBER,
    /** A day. */
    DAY,
    /** Any words, or an amount of money. */
    WORDS
  }

  public IcuMessage {
    uses = Map.copyOf(uses);
  }

  /** The message of a pattern; one that ICU refuses is {@link Invalid}. */
  public static IcuMessage parse(String pattern) {
    try {
      var message = new IcuMessage(pattern, uses(new MessagePattern(pattern)));
      for (var language : Language.values()) {
        message.format(language, message.samples());
      }
      return message;
    } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
      throw new Invalid("message", pattern + " is not a message: " + reason(refused));
    }
  }

  /** The slots and facts that it speaks of. */
  public List<String> names() {
    return uses.keySet().stream().sorted().toList();
  }

  /**
   * The message for a reader, as safe Markdown: empty where a value isn't known; a value that is
   * not what its place needs is written as it is instead of the message.
   */
  public Optional<String> write(Language language, Function<String, Optional<String>> known) {
    if (names().stream().anyMatch(name -> known.apply(name).isEmpty())) {
      return Optional.empty();
    }
    var values = new HashMap<String, Object>();
    for (var name : names()) {
      var raw = known.apply(name).orElseThrow();
      var value = value(uses.get(name), raw, language);
      if (value.isEmpty()) {
        return Optional.of(Markdown.plain(raw));
      }
      values.put(name, value.get());
    }
    return Optional.of(format(language, values));
  }

  /**
   * The message for somebody who reads the flow: in the words for any other value, with names for
   * the values themselves. An ellipsis where numbers or days are chosen by, which have no names.
   */
  public String outline(Language language) {
    if (uses.values().stream().anyMatch(use -> use != Use.WORDS)) {
      return "…";
    }
    var values = new HashMap<String, Object>();
    uses.keySet().forEach(name -> values.put(name, "{" + name + "}"));
    return format(language, values);
  }

  private String format(Language language, Map<String, Object> values) {
    return new MessageFormat(pattern, language.locale()).format(values);
  }

  private Map<String, Object> samples() {
    var samples = new HashMap<String, Object>();
    uses.forEach(
        (name, use) ->
            samples.put(
                name,
                switch (use) {
                  case NUMBER -> BigDecimal.ONE;
                  case DAY -> noon(LocalDate.EPOCH);
                  case WORDS -> "x";
                }));
    return samples;
  }

  private static Optional<Object> value(Use use, String raw, Language language) {
    return switch (use) {
      case NUMBER -> number(raw);
      case DAY -> day(raw);
      case WORDS -> Optional.of(Format.MONEY.write(raw, language));
    };
  }

  private static Optional<Object> number(String raw) {
    return NUMBER.matcher(raw).matches() ? Optional.of(new BigDecimal(raw)) : Optional.empty();
  }

  private static Optional<Object> day(String raw) {
    try {
      return Optional.of(noon(LocalDate.parse(raw)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** ICU writes dates in the system's zone, so the middle of the day there keeps the day. */
  private static Date noon(LocalDate day) {
    return Date.from(day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant());
  }

  private static Map<String, Use> uses(MessagePattern pattern) {
    var uses = new LinkedHashMap<String, Use>();
    for (int i = 0; i < pattern.countParts(); i++) {
      var part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_NUMBER) {
        throw new Invalid("message", "must name its values, not number them");
      }
      if (part.getType() == Part.Type.ARG_NAME) {
        var use = use(pattern, i, pattern.getPart(i - 1).getArgType());
        uses.merge(pattern.getSubstring(part), use, IcuMessage::stricter);
      }
    }
    return uses;
  }

  /** The type stands behind the name, the kind of argument before it. */
  private static Use use(MessagePattern pattern, int name, ArgType kind) {
    return switch (kind) {
      case PLURAL, SELECTORDINAL, CHOICE -> Use.NUMBER;
      case SELECT, NONE -> Use.WORDS;
      case SIMPLE ->
          switch (pattern.getSubstring(pattern.getPart(name + 1))) {
            case "number", "spellout", "ordinal", "duration" -> Use.NUMBER;
            case "date" -> Use.DAY;
            case String other -> throw new Invalid("message", "has no type " + other);
          };
    };
  }

  private static Use stricter(Use one, Use other) {
    if (one != other && one != Use.WORDS && other != Use.WORDS) {
      throw new Invalid("message", "takes one value as a number and as a day");
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String reason(RuntimeException refused) {
    return refused.getMessage() == null ? "its braces do not match" : refused.getMessage();
  }
}
