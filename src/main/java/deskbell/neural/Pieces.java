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

  private static final int BYTES = SLOTS + SLOT_NAMES.size();
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

  /** The token that comes before values of a slot; -1 for a slot that is not known. */
  public static int slot(String name) {
    int index = SLOT_NAMES.indexOf(name);
    return index < 0 ? -1 : SLOTS + index;
  }

  /** The slot whose values follow this token; empty where it is another token. */
  public static String slot(int id) {
    return id < SLOTS || id >= BYTES ? "" : SLOT_NAMES.get(id - SLOTS);
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
    IntStream.range(0, ALL_BYTES)
        .mapToObj(value -> String.format(Locale.ROOT, "<0x%02X>", value))
        .forEach(names::add);
    return names;
  }
}
