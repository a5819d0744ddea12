package deskbell.neural;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values in a text of facts (numbers, prices, dates, times, links, addresses, codes), each
 * hidden behind a placeholder such as {@code {2}}. What is written from the facts names
 * placeholders, so a value can be copied but never made up. Immutable; any thread.
 */
public final class Placeholders {
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:https?://|www\\.)[^\\s，。；）)]+"
              + "|[A-Za-z\\d-]+(?:\\.[A-Za-z\\d-]+)+/[^\\s，。；）)]+"
              + "|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|(?<![A-Za-z0-9])[A-Za-z]{1,4}-?\\d[\\dA-Za-z-]*"
              + "|[£€¥$]?\\d[\\d,]*(?:[.:/-]\\d+)*%?");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d{1,3})\\}");

  private final List<String> facts;
  private final Map<String, String> names;
  private final List<String> values;

  private Placeholders(List<String> facts, Map<String, String> names) {
    this.facts = List.copyOf(facts);
    this.names = names;
    this.values = List.copyOf(names.keySet());
  }

  /** Hides the values of several texts, each of which is one fact; numbers go from the first on. */
  public static Placeholders of(List<String> texts) {
    var names = new LinkedHashMap<String, String>();
    var facts =
        texts.stream()
            .map(text -> replaced(text, value -> names.computeIfAbsent(value, _ -> next(names))))
            .toList();
    return new Placeholders(facts, names);
  }

  private static String next(Map<String, String> names) {
    return "{" + (names.size() + 1) + "}";
  }

  private static String replaced(String text, UnaryOperator<String> name) {
    return VALUE.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(named(hit, name)));
  }

  /** Commas and points after a value are the sentence's. */
  private static String named(MatchResult hit, UnaryOperator<String> name) {
    var value = hit.group();
    int end = value.length();
    while (end > 1 && ",.:/-–".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.apply(value.substring(0, end)) + value.substring(end);
  }

  /** The texts, their values hidden. */
  public List<String> facts() {
    return facts;
  }

  /** Hides the values of a text; empty where it holds one that the facts don't. */
  public Optional<String> hide(String text) {
    var unknown = new ArrayList<String>();
    var hidden =
        replaced(
            text,
            value -> {
              var name = names.get(value);
              if (name == null) {
                unknown.add(value);
              }
              return name == null ? value : name;
            });
    return unknown.isEmpty() ? Optional.of(hidden) : Optional.empty();
  }

  /**
   * Puts values where placeholders stand; empty where a placeholder stands for nothing, or a value
   * is written out.
   */
  public Optional<String> fill(String text) {
    if (VALUE.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find()) {
      return Optional.empty();
    }
    var known =
        PLACEHOLDER
            .matcher(text)
            .results()
            .allMatch(hit -> number(hit) >= 1 && number(hit) <= values.size());
    return known
        ? Optional.of(
            PLACEHOLDER
                .matcher(text)
                .replaceAll(hit -> Matcher.quoteReplacement(values.get(number(hit) - 1))))
        : Optional.empty();
  }

  private static int number(MatchResult hit) {
    return Integer.parseInt(hit.group(1));
  }
}
