package deskbell.neural;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The sentences of a text in safe Markdown, each point of a list being one.
 *
 * @param all in order, as they are written
 */
public record Sentences(List<String> all) {
  private static final Pattern LINE = Pattern.compile("\\n+");

  /** Not before a small letter, as after "e.g.", nor before what closes a quotation. */
  private static final Pattern END =
      Pattern.compile(
          "(?<=[.!?])\\s+(?!\\p{Ll})|(?<=[.!?]\\*\\*)\\s+(?!\\p{Ll})"
              + "|(?<=[。！？])(?![。！？”’」』）])|(?<=[。！？][”’」』）])|(?<=[。！？]\\*\\*)");

  private static final Pattern MARKER = Pattern.compile("^(?:[-*+]\\s+|\\d{1,2}(?:[.)]\\s+|、))");
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*");

  public Sentences {
    all = List.copyOf(all);
  }

  /** Those of a text; none is blank. */
  public static Sentences of(String text) {
    var all = new ArrayList<String>();
    for (var line : LINE.split(text.strip(), -1)) {
      if (marked(line.strip())) {
        all.add(line.strip());
      } else {
        all.addAll(sentences(line));
      }
    }
    return new Sentences(all);
  }

  private static List<String> sentences(String line) {
    var sentences = new ArrayList<String>();
    var ends = END.matcher(line);
    int from = 0;
    while (ends.find()) {
      var sentence = line.substring(from, ends.start());
      if (!cutsEmphasis(sentence)) {
        sentences.add(sentence.strip());
        from = ends.end();
      }
    }
    sentences.add(line.substring(from).strip());
    return sentences.stream().filter(one -> !one.isEmpty()).toList();
  }

  private static boolean cutsEmphasis(String sentence) {
    return EMPHASIS.matcher(sentence).results().count() % 2 == 1;
  }

  /** As they are read out: without the marks of lists and of emphasis. */
  public List<String> plain() {
    return all.stream().map(Sentences::plain).toList();
  }

  private static String plain(String one) {
    return EMPHASIS.matcher(MARKER.matcher(one).replaceFirst("")).replaceAll("");
  }

  /** As they are read out, those at these places. */
  public List<String> plain(Collection<Integer> places) {
    return places.stream().map(all::get).map(Sentences::plain).toList();
  }

  /** As they are read out one after the other, those at these places. */
  public String readOut(Collection<Integer> places) {
    return String.join(" ", plain(places));
  }

  /**
   * These places, in order, and those that they cannot be understood without: a point of a list
   * needs what the list is about, a step all the other steps.
   */
  public List<Integer> understood(Collection<Integer> places) {
    var needed = new TreeSet<>(places);
    for (int place : places) {
      if (point(place)) {
        int first = first(place);
        if (first > 0 && leads(first - 1)) {
          needed.add(first - 1);
        }
        for (int step = first; step(place) && point(step); step++) {
          needed.add(step);
        }
      }
    }
    return List.copyOf(needed);
  }

  /**
   * The places of what can be said alone: each sentence, with those that it is understood by. What
   * a list is about says nothing without any of its points.
   */
  public List<List<Integer>> parts() {
    return IntStream.range(0, all.size())
        .filter(place -> !(leads(place) && point(place + 1)))
        .mapToObj(place -> understood(List.of(place)))
        .distinct()
        .toList();
  }

  /** The text of those at these places, in order, each point on a line of its own. */
  public String text(Collection<Integer> places) {
    var text = new StringBuilder();
    int before = -1;
    for (int place : new TreeSet<>(places)) {
      if (before >= 0) {
        text.append(between(before, place));
      }
      text.append(all.get(place));
      before = place;
    }
    return text.toString();
  }

  /** Characters of all of them. */
  public int length() {
    return all.stream().mapToInt(String::length).sum();
  }

  private String between(int before, int place) {
    if (point(place)) {
      return point(before) ? "\n" : "\n\n";
    }
    return point(before) ? "\n\n" : all.get(before).matches(".*[。！？：；]") ? "" : " ";
  }

  /** The first point of the list that a point stands in. */
  private int first(int place) {
    int first = place;
    while (point(first - 1)) {
      first--;
    }
    return first;
  }

  private boolean point(int place) {
    return place >= 0 && place < all.size() && marked(all.get(place));
  }

  private boolean step(int place) {
    return Character.isDigit(all.get(place).charAt(0));
  }

  private boolean leads(int place) {
    return all.get(place).matches(".*[:：]");
  }

  private static boolean marked(String line) {
    return MARKER.matcher(line).find();
  }
}
