package deskbell.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tokens that every vocabulary begins with, in this order: marks that steer, slots, and the 256
 * bytes in which rare characters are spelled. No text is ever cut into marks.
 */
public final class Pieces {
  /** Fills rows of a batch up to the same length. */
  public static final int PAD = 0;

  /** The text ends. */
  public static final int END = 1;

  /** A turn of the conversation ends. */
  public static final int TURN = 2;

  /** A fact ends. */
  public static final int FACT = 3;

  private static final int TASKS = 4;
  private static final int GAPS = TASKS + Task.values().length;

  /** Gaps that one text may have. */
  public static final int MOST_GAPS = 16;

  private static final int SLOTS = GAPS + MOST_GAPS;

  /** The slots whose values are copied. */
  public static final List<String> SLOT_NAMES =
      List.of(
          "order_number",
          "tracking_number",
          "email",
          "phone",
          "money",
          "date",
          "quantity",
          "size",
          "product",
          "colour",
          "place",
          "code");

  /** What is said now and the question before it become one. */
  public static final String JOINED = "joined";

  /** What is exchanged in what is said now, in the turn before it, and in the one before that. */
  public static final List<String> TURNS = List.of("now", "last", "earlier");

  /** What it is exchanged by. */
  public static final String BY = "by";

  /** The marks of revisions. */
  public static final List<String> REVISION =
      Stream.of(List.of(JOINED), TURNS, List.of(BY)).flatMap(List::stream).toList();

  private static final List<String> MARKS =
      Stream.of(SLOT_NAMES, REVISION).flatMap(List::stream).toList();

  private static final int BYTES = SLOTS + MARKS.size();
  private static final int ALL_BYTES = 256;

  /** The first token that text decides. */
  public static final int FIRST_OF_TEXT = BYTES + ALL_BYTES;

  private Pieces() {}

  /** The token that a task begins with. */
  public static int task(Task task) {
    return TASKS + task.number();
  }

  /** The token of a gap, from 0. */
  public static int gap(int number) {
    return GAPS + number;
  }

  /** The token of a slot or of a mark of revisions; -1 for one that is not known. */
  public static int mark(String name) {
    int index = MARKS.indexOf(name);
    return index < 0 ? -1 : SLOTS + index;
  }

  /** The slot or mark of revisions that this token is; empty where it is another token. */
  public static String mark(int id) {
    return id < SLOTS || id >= BYTES ? "" : MARKS.get(id - SLOTS);
  }

  /** The token of a byte. */
  public static int ofByte(int value) {
    return BYTES + value;
  }

  /** All of them, by id. */
  public static List<String> names() {
    var names = new ArrayList<>(List.of("<pad>", "<end>", "<turn>", "<fact>"));
    Stream.of(Task.values()).map(Task::token).forEach(names::add);
    IntStream.range(0, MOST_GAPS).mapToObj(gap -> "<gap:" + gap + ">").forEach(names::add);
    SLOT_NAMES.stream().map(name -> "<slot:" + name + ">").forEach(names::add);
    REVISION.stream().map(name -> "<" + name + ">").forEach(names::add);
    IntStream.range(0, ALL_BYTES)
        .mapToObj(value -> String.format(Locale.ROOT, "<0x%02X>", value))
        .forEach(names::add);
    return names;
  }
}
