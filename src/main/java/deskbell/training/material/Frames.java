package deskbell.training.material;

import deskbell.conversation.Invalid;
import deskbell.training.Example;
import deskbell.training.JsonLines;
import deskbell.training.material.FrameLine.About;
import deskbell.training.material.FrameLine.Alone;
import deskbell.training.material.FrameLine.Ask;
import deskbell.training.material.FrameLine.Instead;
import deskbell.training.material.FrameLine.More;
import deskbell.training.material.FrameLine.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follow-ups are composed of. Immutable.
 *
 * @param values by slot
 * @param asks questions
 * @param instead ways to ask for another value, by slot
 * @param about ways to ask about a thing named before, by slot
 * @param more ways to ask on, by topic
 * @param alone what stands alone
 * @param said what shoppers say, whole questions most of them
 */
record Frames(
    Map<String, List<String>> values,
    List<Ask> asks,
    Map<String, List<String>> instead,
    Map<String, List<About>> about,
    Map<String, List<String>> more,
    List<String> alone,
    List<String> said) {
  /** The topic of a question of an example. */
  private static final String SAID = "said";

  /** Letters that a question of an example has at most. */
  private static final int LONGEST = 80;

  /** The slots of examples, and those of frames that stand for the same. */
  private static final Map<String, String> SLOTS =
      Map.of(
          "place",
          "place",
          "product",
          "product",
          "colour",
          "colour",
          "size",
          "size",
          "date",
          "day",
          "order_number",
          "order",
          "money",
          "amount");

  Frames {
    check(asks.stream().map(Ask::text), values);
    check(instead.keySet().stream().map(slot -> "{" + slot + "}"), values);
    check(about.keySet().stream().map(slot -> "{" + slot + "}"), values);
    check(alone.stream(), values);
    if (asks.isEmpty() || alone.isEmpty()) {
      throw new Invalid("frames", "need a line with ask and a line with alone");
    }
  }

  private static void check(Stream<String> texts, Map<String, List<String>> values) {
    texts.forEach(
        text ->
            FrameLine.slots(text).stream()
                .filter(slot -> !values.containsKey(slot))
                .findFirst()
                .ifPresent(
                    slot -> {
                      throw new Invalid("values", "are missing for {" + slot + "}: " + text);
                    }));
  }

  /** The frames of a file. Blocks for the disk; a mistake is {@link Invalid}. */
  static Frames read(Path file) {
    var values = new LinkedHashMap<String, List<String>>();
    var asks = new ArrayList<Ask>();
    var instead = new LinkedHashMap<String, List<String>>();
    var about = new LinkedHashMap<String, List<About>>();
    var more = new LinkedHashMap<String, List<String>>();
    var alone = new ArrayList<String>();
    for (var line : JsonLines.read(file, FrameLine::of)) {
      switch (line) {
        case Values(var slot, var of) -> many(values, slot).addAll(of);
        case Ask ask -> asks.add(ask);
        case Instead(var slot, var follow) -> many(instead, slot).addAll(follow);
        case About one -> many(about, one.slot()).add(one);
        case More(var topic, var follow) -> many(more, topic).addAll(follow);
        case Alone(var texts) -> alone.addAll(texts);
      }
    }
    return new Frames(values, asks, instead, about, more, alone, List.of());
  }

  /** These, and what shoppers say in examples: one more question where a value is marked. */
  Frames with(List<Example> examples) {
    var all = new ArrayList<>(asks);
    var said = new ArrayList<String>();
    for (var example : examples) {
      if (example.text().length() <= LONGEST && !example.text().contains("{")) {
        said.add(example.text());
        question(example).ifPresent(text -> all.add(new Ask(text, SAID)));
      }
    }
    return new Frames(values, all, instead, about, more, alone, said);
  }

  /** The text of an example with slots for its values; empty where it has none of known slots. */
  private Optional<String> question(Example example) {
    var text = example.text();
    for (var slot : example.slots().entrySet()) {
      var name = SLOTS.getOrDefault(slot.getKey(), "");
      if (slot.getValue().size() == 1 && values.containsKey(name)) {
        text = text.replace(slot.getValue().getFirst(), "{" + name + "}");
      }
    }
    var slots = FrameLine.slots(text);
    boolean once = slots.stream().distinct().count() == slots.size();
    return Optional.of(text).filter(_ -> !slots.isEmpty() && once);
  }

  private static <T> List<T> many(Map<String, List<T>> map, String key) {
    return map.computeIfAbsent(key, _ -> new ArrayList<>());
  }

  /** Questions in which one of these slots stands, or several. */
  List<Ask> asking(Map<String, ?> slots) {
    return asks.stream().filter(ask -> count(ask, slots) > 0).toList();
  }

  /** Questions in which just one of these slots stands, so that there is no doubt which. */
  List<Ask> naming(Map<String, ?> slots) {
    return asks.stream().filter(ask -> count(ask, slots) == 1).toList();
  }

  private static long count(Ask ask, Map<String, ?> slots) {
    return FrameLine.slots(ask.text()).stream().filter(slots::containsKey).count();
  }
}
